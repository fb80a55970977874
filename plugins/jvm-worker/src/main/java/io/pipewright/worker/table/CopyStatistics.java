package io.pipewright.worker.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What DuckDB tells about a Parquet file that it has just written, so that nothing is read again.
///
/// @param nullable names of columns with at least one null
record CopyStatistics(long rowCount, long bytes, Set<String> nullable) {

    /// From the row that `COPY … (RETURN_STATS)` gives.
    static CopyStatistics from(ResultSet row) throws SQLException {
        var nullable = new HashSet<String>();
        if (row.getObject("column_statistics") instanceof Map<?, ?> columns) {
            columns.forEach(
                    (name, statistics) -> {
                        if (nullCount(statistics) > 0) nullable.add(String.valueOf(name));
                    });
        }
        return new CopyStatistics(row.getLong("count"), row.getLong("file_size_bytes"), nullable);
    }

    private static long nullCount(Object statistics) {
        if (!(statistics instanceof Map<?, ?> map)) return 0;
        Object count = map.get("null_count");
        return count == null ? 0 : Long.parseLong(count.toString());
    }

    boolean hasNulls(String column) {
        return nullable.contains(Sql.name(column));
    }
}
