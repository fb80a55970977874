package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/// Writes a stored table into a file for people: CSV with a header, a JSON array of objects, or Parquet. The file
/// appears complete or not at all.
final class Export {

    private final Session session;
    private final ParquetFile file;

    Export(Session session, ParquetFile file) {
        this.session = session;
        this.file = file;
    }

    ObjectNode write(JsonNode question) throws SQLException, IOException {
        Path target = Path.of(question.path("target").asText());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        String rows =
                file.select(session)
                        + (question.hasNonNull("limit")
                                ? " LIMIT " + question.path("limit").asLong()
                                : "");
        String options = options(question.path("format").asText());
        try {
            long count =
                    session.update(
                            "COPY ("
                                    + rows
                                    + ") TO "
                                    + Sql.text(part.toString())
                                    + " ("
                                    + options
                                    + ")");
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return Json.object().put("row_count", count);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String options(String format) {
        return switch (format) {
            case "csv" -> "FORMAT csv, HEADER true";
            case "json" -> "FORMAT json, ARRAY true";
            case "parquet" -> "FORMAT parquet, COMPRESSION zstd";
            default ->
                    throw new IllegalArgumentException(
                            "\""
                                    + format
                                    + "\" is no export format; there are csv, json and parquet");
        };
    }
}
