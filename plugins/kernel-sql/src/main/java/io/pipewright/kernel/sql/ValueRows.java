package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Input;
import io.pipewright.worker.Json;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Values that are no table, as rows: an object is a row, a list gives one row per item, anything else is a row with
/// the one column `item`.
///
/// @param types SQL type of each column, in order of first appearance
record ValueRows(List<ObjectNode> rows, Map<String, String> types) {

    private static final String SCALAR = "item";
    private static final String TEXT = "VARCHAR";
    private static final String NESTED = "JSON";

    static ValueRows of(List<Input.Output> outputs) throws IOException {
        var rows = new ArrayList<ObjectNode>();
        for (Input.Output output : outputs) {
            Path file = output.folder().resolve("data.json");
            if (Files.exists(file)) collect(Json.parse(Files.readAllBytes(file)), rows);
        }
        List<ObjectNode> cleaned = cleaned(rows);
        return new ValueRows(cleaned, types(cleaned));
    }

    private static void collect(JsonNode value, List<ObjectNode> rows) {
        if (value instanceof ObjectNode row && !row.isEmpty()) rows.add(row);
        else if (value.isArray()) value.forEach(item -> collect(item, rows));
        else if (value.isValueNode() && !value.isNull()) rows.add(Json.object().set(SCALAR, value));
    }

    private static List<ObjectNode> cleaned(List<ObjectNode> rows) {
        List<String> names =
                rows.stream()
                        .flatMap(row -> row.propertyStream().map(Map.Entry::getKey))
                        .distinct()
                        .toList();
        List<String> clean = ColumnNames.cleanAll(names);
        return rows.stream()
                .map(
                        row -> {
                            ObjectNode copy = Json.object();
                            for (int i = 0; i < names.size(); i++)
                                if (row.has(names.get(i)))
                                    copy.set(clean.get(i), row.get(names.get(i)));
                            return copy;
                        })
                .toList();
    }

    private static Map<String, String> types(List<ObjectNode> rows) {
        var types = new LinkedHashMap<String, String>();
        for (ObjectNode row : rows)
            row.forEachEntry((name, cell) -> types.merge(name, type(cell), ValueRows::common));
        types.replaceAll((_, type) -> type.isEmpty() ? TEXT : type);
        return types;
    }

    private static String type(JsonNode cell) {
        return switch (cell.getNodeType()) {
            case NULL, MISSING -> "";
            case BOOLEAN -> "BOOLEAN";
            case NUMBER -> cell.isIntegralNumber() && cell.canConvertToLong() ? "BIGINT" : "DOUBLE";
            case OBJECT, ARRAY -> NESTED;
            case STRING, BINARY, POJO -> TEXT;
        };
    }

    private static String common(String left, String right) {
        if (left.equals(right) || right.isEmpty()) return left;
        if (left.isEmpty()) return right;
        boolean numbers = left.matches("BIGINT|DOUBLE") && right.matches("BIGINT|DOUBLE");
        return numbers ? "DOUBLE" : left.equals(NESTED) || right.equals(NESTED) ? NESTED : TEXT;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Writes the rows into a file, one JSON object a line.
    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (ObjectNode row : rows) {
                out.write(Json.bytes(row));
                out.write('\n');
            }
        }
    }

    /// The query that reads such a file.
    String select(Path file) throws IOException {
        String columns =
                types.entrySet().stream()
                        .map(
                                column ->
                                        Sql.text(column.getKey())
                                                + ": "
                                                + Sql.text(column.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        return "SELECT * FROM read_json("
                + Sql.text(file.toString())
                + ", format = 'newline_delimited', columns = "
                + columns
                + ", maximum_object_size = "
                + Math.max(16L << 20, Files.size(file) + 1)
                + ")";
    }
}
