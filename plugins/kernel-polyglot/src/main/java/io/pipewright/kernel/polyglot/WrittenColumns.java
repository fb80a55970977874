package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a table that a block made.
record WrittenColumns(List<WrittenColumn> list) {

    /// @param kind what JavaScript's cells are, as `pipewright.js` calls it
    /// @param type the DuckDB type that the author asked for
    record WrittenColumn(String name, String kind, Optional<String> type) {

        String readType() {
            return switch (kind) {
                case "boolean" -> "BOOLEAN";
                case "int" -> "BIGINT";
                case "bigint" -> "HUGEINT";
                case "float" -> "DOUBLE";
                case "DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> kind;
                case "dict", "list", "json" -> "JSON";
                // Text, and bytes as hexadecimal digits.
                default -> "VARCHAR";
            };
        }

        String expression(String key) {
            if (type.isPresent()) return "CAST(" + key + " AS " + type.get() + ")";
            return kind.equals("bytes") ? "unhex(" + key + ")" : key;
        }

        boolean isNested() {
            return type.isEmpty()
                    && (kind.equals("dict") || kind.equals("list") || kind.equals("json"));
        }
    }

    static WrittenColumns parse(String json) throws IOException {
        var list = new ArrayList<WrittenColumn>();
        for (JsonNode node : Json.parse(json)) {
            list.add(
                    new WrittenColumn(
                            node.path("name").asText(),
                            node.path("kind").asText(),
                            Json.text(node, "type")));
        }
        return new WrittenColumns(list);
    }

    /// For `data_column_types.json`: which columns hold JSON.
    Map<String, String> cellTypes() {
        var types = new HashMap<String, String>();
        for (WrittenColumn column : list)
            if (column.isNested())
                types.put(column.name(), column.kind().equals("list") ? "list" : "dict");
        return types;
    }
}
