package io.pipewright.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One output that lies in the output folder.
///
/// @param name folder name, `output_0`, `output_1` …
/// @param kind as in `type.json`; null for a scalar
/// @param table rows and columns; null if it is no table
public record OutputInfo(String name, @Nullable String kind, @Nullable TableInfo table) {

    /// @param type DuckDB's name of the type
    public record Column(String name, String type) {}

    public record TableInfo(long rowCount, List<Column> columns) {
        public TableInfo {
            columns = List.copyOf(columns);
        }
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("name", name).put("kind", kind);
        if (table != null)
            json.put("row_count", table.rowCount()).set("columns", columns(table.columns()));
        return json;
    }

    /// `[{"name": …, "type": …}]`
    public static ArrayNode columns(List<Column> columns) {
        ArrayNode list = Json.array();
        columns.forEach(
                column -> list.addObject().put("name", column.name()).put("type", column.type()));
        return list;
    }
}
