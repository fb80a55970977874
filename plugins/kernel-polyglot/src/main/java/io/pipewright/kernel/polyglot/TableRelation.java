package io.pipewright.kernel.polyglot;

import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a JavaScript table stands for.
///
/// @param select the query that gives its rows
/// @param cellTypes `dict` or `list` for text columns whose cells are JSON
record TableRelation(String select, Map<String, String> cellTypes) {

    private static final List<String> NESTED = List.of("dict", "list", "tuple", "json");

    TableRelation {
        cellTypes = Map.copyOf(cellTypes);
    }

    /// A stored output, whichever kernel wrote it.
    static TableRelation stored(Session session, Path folder) throws SQLException, IOException {
        List<Column> columns = new ParquetFile(folder.resolve("data.parquet")).columns(session);
        return new TableRelation(
                new ParquetFile(folder.resolve("data.parquet")).select(columns),
                nested(folder, columns));
    }

    private static Map<String, String> nested(Path folder, List<Column> columns)
            throws IOException {
        Path file = folder.resolve("data_column_types.json");
        if (!Files.exists(file)) return Map.of();
        var types = Json.parse(Files.readAllBytes(file));
        var nested = new HashMap<String, String>();
        for (Column column : columns) {
            String type = types.path(column.name()).asText();
            if (column.type().matches("VARCHAR|JSON") && NESTED.contains(type))
                nested.put(column.name(), type);
        }
        return nested;
    }
}
