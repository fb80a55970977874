package io.pipewright.kernel.sql.database;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.table.Session;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// A column of arrays. Only its cells tell how many dimensions they have: it becomes a list, or a list of lists; JSON if
/// that differs from row to row.
final class ArrayColumn implements StagedColumn.Cell, FinalType {

    private final String item;
    private int leastDepth = Integer.MAX_VALUE;
    private int greatestDepth;

    private ArrayColumn(String item) {
        this.item = item;
    }

    /// @param item DuckDB type of one item
    static StagedColumn staged(String name, String item) {
        var column = new ArrayColumn(item);
        return new StagedColumn(name, "VARCHAR", column, column);
    }

    @Override
    public int move(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            to.appendNull();
            return 0;
        }
        String json = noted((Object[]) array.getArray()).toString();
        to.append(json);
        return 2 * json.length();
    }

    private ArrayNode noted(Object[] items) {
        if (items.length > 0) {
            int depth = depth(items);
            leastDepth = Math.min(leastDepth, depth);
            greatestDepth = Math.max(greatestDepth, depth);
        }
        return json(items);
    }

    private static int depth(@Nullable Object[] items) {
        return items.length > 0 && items[0] instanceof Object[] inner ? 1 + depth(inner) : 1;
    }

    private static ArrayNode json(@Nullable Object[] items) {
        ArrayNode list = Json.array();
        for (Object item : items) {
            switch (item) {
                case null -> list.addNull();
                case Object[] inner -> list.add(json(inner));
                case byte[] bytes -> list.add("\\x" + HexFormat.of().formatHex(bytes));
                case Boolean bool -> list.add(bool);
                default -> list.add(item.toString());
            }
        }
        return list;
    }

    @Override
    public Optional<String> choose(Session session, String table, String column) {
        if (greatestDepth == 0) return Optional.of(item + "[]");
        return Optional.of(
                leastDepth == greatestDepth ? item + "[]".repeat(greatestDepth) : "JSON");
    }
}
