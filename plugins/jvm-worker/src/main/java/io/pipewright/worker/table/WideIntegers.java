package io.pipewright.worker.table;

import io.pipewright.worker.OutputInfo.Column;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parquet has no 128-bit integers, and DuckDB would store them as DOUBLE without a word. `sum` of whole numbers gives
/// them all the time, so they become the narrowest exact type: BIGINT, else DECIMAL(38,0), else text.
final class WideIntegers {

    private static final BigInteger DECIMAL_END = BigInteger.TEN.pow(38);
    private static final int BIGINT_BITS = 63;

    private WideIntegers() {}

    static boolean any(List<Column> columns) {
        return columns.stream().anyMatch(column -> isWide(column.type()));
    }

    private static boolean isWide(String type) {
        return type.contains("HUGEINT");
    }

    /// The select list that turns `table` into what Parquet can hold, or nothing if it already can.
    static Optional<String> conversion(Session session, String table, List<Column> columns)
            throws SQLException {
        List<Column> wide = columns.stream().filter(column -> isWide(column.type())).toList();
        if (wide.isEmpty()) return Optional.empty();
        var casts = new ArrayList<String>();
        for (Column column : wide) {
            String name = Sql.name(column.name());
            casts.add("CAST(" + name + " AS " + target(session, table, column) + ") AS " + name);
        }
        return Optional.of("* REPLACE (" + String.join(", ", casts) + ")");
    }

    private static String target(Session session, String table, Column column) throws SQLException {
        if (!column.type().matches("U?HUGEINT"))
            return column.type().replaceAll("U?HUGEINT", "DECIMAL(38,0)");
        String name = Sql.name(column.name());
        String range =
                "SELECT min(" + name + ")::VARCHAR, max(" + name + ")::VARCHAR FROM " + table;
        return session.query(
                range,
                rows -> {
                    rows.next();
                    return narrowest(rows.getString(1), rows.getString(2));
                });
    }

    private static String narrowest(@Nullable String least, @Nullable String greatest) {
        if (least == null || greatest == null) return "BIGINT"; // no value at all
        BigInteger low = new BigInteger(least);
        BigInteger high = new BigInteger(greatest);
        if (low.bitLength() <= BIGINT_BITS && high.bitLength() <= BIGINT_BITS) return "BIGINT";
        return low.abs().max(high.abs()).compareTo(DECIMAL_END) < 0 ? "DECIMAL(38,0)" : "VARCHAR";
    }
}
