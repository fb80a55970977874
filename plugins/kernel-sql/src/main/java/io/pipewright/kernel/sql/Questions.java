package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.JsonCells;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Answers the engine's questions about stored tables, whoever wrote them. Reads no more of a file than it has to.
final class Questions {

    private final Session session;

    Questions(Session session) {
        this.session = session;
    }

    ObjectNode answer(JsonNode question) throws SQLException, IOException {
        var file = new ParquetFile(Path.of(question.path("file").asText()));
        return switch (question.path("question").asText()) {
            case "page" -> page(file, question);
            case "schema" -> schema(file);
            case "export" -> new Export(session, file).write(question);
            case "chart" -> rows(new ChartQuery(session, file).of(question));
            case "histogram" -> rows(new HistogramQuery(session, file).of(question));
            default ->
                    throw new IllegalArgumentException(
                            "unknown question \"" + question.path("question").asText() + "\"");
        };
    }

    private ObjectNode schema(ParquetFile file) throws SQLException {
        ObjectNode answer = Json.object().put("row_count", file.rowCount(session));
        answer.set("columns", OutputInfo.columns(file.columns(session)));
        return answer;
    }

    private ObjectNode page(ParquetFile file, JsonNode question) throws SQLException {
        List<Column> columns = chosen(file.columns(session), question.path("columns"));
        String page =
                file.select(columns)
                        + " LIMIT "
                        + question.path("limit").asLong()
                        + " OFFSET "
                        + question.path("offset").asLong();
        ObjectNode answer = Json.object().put("row_count", file.rowCount(session));
        answer.set("columns", OutputInfo.columns(columns));
        answer.set("rows", cells(page));
        return answer;
    }

    private static List<Column> chosen(List<Column> all, JsonNode names) {
        if (!names.isArray()) return all;
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(name.asText()));
        return all.stream().filter(column -> wanted.contains(column.name())).toList();
    }

    private ObjectNode rows(String query) throws SQLException {
        ObjectNode answer = Json.object();
        answer.set("columns", OutputInfo.columns(session.columns(query)));
        answer.set("rows", cells(query));
        return answer;
    }

    private ArrayNode cells(String query) throws SQLException {
        return session.query(
                query,
                rows -> {
                    ArrayNode cells = Json.array();
                    while (rows.next()) cells.add(JsonCells.row(rows));
                    return cells;
                });
    }
}
