package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;

/// A column of SQLite, where every cell may have a type of its own. The column's type follows from what its cells are;
/// the declared one decides only what whole numbers and texts stand for. Mixed columns become text.
final class SqliteColumn implements StagedColumn.Cell, FinalType {

    private enum Kind {
        WHOLE,
        FLOATING,
        TEXT,
        BYTES
    }

    private static final HexFormat BLOB_TEXT = HexFormat.of().withPrefix("\\x").withUpperCase();

    private final String declared;
    private final Set<Kind> seen = EnumSet.noneOf(Kind.class);

    private SqliteColumn(String declared) {
        this.declared = declared.toUpperCase(Locale.ROOT);
    }

    static StagedColumn staged(String name, String declared) {
        var column = new SqliteColumn(declared);
        return new StagedColumn(name, "VARCHAR", column, column);
    }

    @Override
    public int move(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            to.appendNull();
            return 0;
        }
        String text = text(value);
        to.append(text);
        return 2 * text.length();
    }

    private String text(Object value) {
        switch (value) {
            case Integer _, Long _ -> seen.add(Kind.WHOLE);
            case Double _, Float _ -> seen.add(Kind.FLOATING);
            case byte[] bytes -> {
                seen.add(Kind.BYTES);
                return BLOB_TEXT.formatHex(bytes);
            }
            default -> seen.add(Kind.TEXT);
        }
        return value.toString();
    }

    @Override
    public Optional<String> choose(Session session, String table, String column)
            throws SQLException {
        if (seen.equals(Set.of(Kind.BYTES))) return Optional.of("BLOB");
        if (seen.equals(Set.of(Kind.WHOLE))) return whole().choose(session, table, column);
        if (seen.isEmpty()) return empty();
        if (!seen.contains(Kind.TEXT) && !seen.contains(Kind.BYTES)) return Optional.of("DOUBLE");
        return seen.equals(Set.of(Kind.TEXT))
                ? text().choose(session, table, column)
                : Optional.empty();
    }

    private FinalType whole() {
        return declared.startsWith("BOOL")
                ? (session, table, column) -> {
                    long others =
                            session.number(
                                    "SELECT count(*) FROM %s WHERE %s NOT IN ('0', '1')"
                                            .formatted(table, column));
                    return Optional.of(others == 0 ? "BOOLEAN" : "BIGINT");
                }
                : (_, _, _) -> Optional.of("BIGINT");
    }

    private FinalType text() {
        if (declared.equals("DATE")) return FinalType.dateOnly();
        if (declared.equals("TIME")) return FinalType.firstThatFits("TIME");
        if (declared.equals("JSON")) return FinalType.firstThatFits("JSON");
        if (declared.startsWith("TIMESTAMP") || declared.equals("DATETIME"))
            return FinalType.firstThatFits("TIMESTAMP");
        return FinalType.AS_STAGED;
    }

    private Optional<String> empty() {
        if (declared.contains("INT")) return Optional.of("BIGINT");
        if (declared.startsWith("BOOL")) return Optional.of("BOOLEAN");
        if (declared.equals("REAL") || declared.startsWith("DOUBLE") || declared.equals("FLOAT"))
            return Optional.of("DOUBLE");
        if (declared.equals("DATE")) return Optional.of("DATE");
        if (declared.startsWith("TIMESTAMP") || declared.equals("DATETIME"))
            return Optional.of("TIMESTAMP");
        return Optional.empty();
    }
}
