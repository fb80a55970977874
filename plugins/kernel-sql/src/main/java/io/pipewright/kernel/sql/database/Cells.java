package io.pipewright.kernel.sql.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// How cells of the common types get from a JDBC result into DuckDB. Each method is a [StagedColumn.Cell].
final class Cells {

    private static final int NUMBER = 8;

    // DuckDB's own signs for "infinity", which drivers give as the last or first time that Java
    // knows.
    private static final int INFINITE_DAYS = Integer.MAX_VALUE;
    private static final long INFINITE_MICROS = Long.MAX_VALUE;

    private Cells() {}

    static int bool(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        boolean value = rows.getBoolean(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return 1;
    }

    static int small(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        short value = rows.getShort(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return NUMBER;
    }

    static int integer(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        int value = rows.getInt(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return NUMBER;
    }

    static int big(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        long value = rows.getLong(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return NUMBER;
    }

    static int real(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        float value = rows.getFloat(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return NUMBER;
    }

    static int wide(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        double value = rows.getDouble(column);
        if (rows.wasNull()) to.appendNull();
        else to.append(value);
        return NUMBER;
    }

    static int text(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        String value = rows.getString(column);
        to.append(value);
        return value == null ? 0 : 2 * value.length();
    }

    static int bytes(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        byte[] value = rows.getBytes(column);
        if (value == null) to.appendNull();
        else to.append(value);
        return value == null ? 0 : value.length;
    }

    static int date(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        LocalDate value = rows.getObject(column, LocalDate.class);
        if (LocalDate.MAX.equals(value)) to.appendEpochDays(INFINITE_DAYS);
        else if (LocalDate.MIN.equals(value)) to.appendEpochDays(-INFINITE_DAYS);
        else to.append(value);
        return NUMBER;
    }

    static int time(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        to.append(rows.getObject(column, LocalTime.class));
        return NUMBER;
    }

    static int timestamp(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        LocalDateTime value = rows.getObject(column, LocalDateTime.class);
        if (isInfinite(value, LocalDateTime.MAX, LocalDateTime.MIN, to)) return NUMBER;
        to.append(value);
        return NUMBER;
    }

    static int instant(ResultSet rows, int column, DuckDBAppender to) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        if (isInfinite(value, OffsetDateTime.MAX, OffsetDateTime.MIN, to)) return NUMBER;
        to.append(value);
        return NUMBER;
    }

    private static boolean isInfinite(
            @Nullable Object value, Object last, Object first, DuckDBAppender to)
            throws SQLException {
        if (last.equals(value)) to.appendEpochMicros(INFINITE_MICROS);
        else if (first.equals(value)) to.appendEpochMicros(-INFINITE_MICROS);
        return last.equals(value) || first.equals(value);
    }
}
