package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Session;
import java.sql.SQLException;
import java.util.Optional;

/// The DuckDB type that a staged column ends as. What a database calls a number may be more than DuckDB can hold, so
/// some types are chosen by looking at all cells; none is ever changed to make it fit.
@FunctionalInterface
public interface FinalType {

    FinalType AS_STAGED = (_, _, _) -> Optional.empty();

    FinalType JSON = (_, _, _) -> Optional.of("JSON");

    /// @param table quoted
    /// @param column quoted
    /// @return empty: as staged
    Optional<String> choose(Session session, String table, String column) throws SQLException;

    /// The first type that every cell fits into; text if none does.
    static FinalType firstThatFits(String... types) {
        return (session, table, column) -> {
            for (String type : types)
                if (fits(session, table, column, type)) return Optional.of(type);
            return Optional.empty();
        };
    }

    /// Text that says days and nothing more: DuckDB would drop a time of day without a word.
    static FinalType dateOnly() {
        return (session, table, column) -> {
            long others =
                    session.number(
                            "SELECT count(*) FROM %s WHERE length(%s) <> 10"
                                    .formatted(table, column));
            return others == 0
                    ? firstThatFits("DATE").choose(session, table, column)
                    : Optional.empty();
        };
    }

    /// The text of exact numbers without declared size: whole numbers that fit become BIGINT, others DECIMAL with the
    /// digits that the longest has behind the point; not-a-number and longer ones stay text.
    static FinalType exactNumber() {
        return (session, table, column) -> {
            long scale =
                    session.number(
                            "SELECT coalesce(max(length(split_part(%s, '.', 2))), 0) FROM %s"
                                    .formatted(column, table));
            if (scale == 0 && fits(session, table, column, "BIGINT")) return Optional.of("BIGINT");
            String decimal = "DECIMAL(38," + scale + ")";
            return scale <= 38 && fits(session, table, column, decimal)
                    ? Optional.of(decimal)
                    : Optional.empty();
        };
    }

    private static boolean fits(Session session, String table, String column, String type)
            throws SQLException {
        return session.number(
                        "SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s IS NOT NULL AND TRY_CAST(%s AS %s) IS NULL LIMIT 1)"
                                .formatted(table, column, column, type))
                == 0;
    }
}
