package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.JsonCells;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the cells of one column travel to JavaScript. `pipewright.js` turns each kind into its values.
///
/// @param type DuckDB's name
record ScanColumn(String name, String type, Kind kind) {

    enum Kind {
        /// As JSON has it.
        PLAIN,
        /// A number, or its name in quotes.
        FLOAT,
        /// Digits in quotes.
        BIGINT,
        /// Milliseconds since 1970, or these and the microseconds beyond: `[ms, us]`.
        TIME,
        /// Hexadecimal digits in quotes.
        BYTES,
        /// JSON text in the cell.
        JSON
    }

    private static final long EXACT = 1L << 53;
    private static final int EXACT_DIGITS = 15;
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    static ScanColumn of(Session session, TableRelation relation, Column column)
            throws SQLException {
        boolean nested = relation.cellTypes().containsKey(column.name());
        Kind kind = nested ? Kind.JSON : kind(session, relation, column);
        return new ScanColumn(column.name(), column.type(), kind);
    }

    private static Kind kind(Session session, TableRelation relation, Column column)
            throws SQLException {
        return switch (column.type()) {
            case "FLOAT", "DOUBLE" -> Kind.FLOAT;
            case "DATE",
                    "TIMESTAMP",
                    "TIMESTAMP_S",
                    "TIMESTAMP_MS",
                    "TIMESTAMP_NS",
                    "TIMESTAMP WITH TIME ZONE" ->
                    Kind.TIME;
            case "BLOB" -> Kind.BYTES;
            case "JSON" -> Kind.JSON;
            case "BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT" ->
                    isExact(session, relation, column) ? Kind.PLAIN : Kind.BIGINT;
            default -> decimalKind(column.type());
        };
    }

    // One kind for the whole column: numbers and BigInts cannot be added to each other.
    private static boolean isExact(Session session, TableRelation relation, Column column)
            throws SQLException {
        String name = Sql.name(column.name());
        return session.number(
                        "SELECT coalesce(bool_and(%s BETWEEN -%d AND %d), true)::INTEGER FROM (%s)"
                                .formatted(name, EXACT, EXACT, relation.select()))
                == 1;
    }

    private static Kind decimalKind(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        if (!decimal.matches() || Integer.parseInt(decimal.group(1)) <= EXACT_DIGITS)
            return Kind.PLAIN;
        return decimal.group(2).equals("0") ? Kind.BIGINT : Kind.PLAIN;
    }

    void append(ResultSet rows, int index, StringBuilder json) throws SQLException {
        Object cell = rows.getObject(index);
        switch (cell) {
            case null -> json.append("null");
            case String text when kind == Kind.JSON ->
                    json.append(isJson(text) ? text : quoted(text));
            case String text -> json.append(quoted(text));
            case LocalDate date -> json.append(date.toEpochDay() * 86_400_000L);
            case java.sql.Timestamp _ -> time(rows.getObject(index, LocalDateTime.class), json);
            case OffsetDateTime time ->
                    time(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), json);
            case Blob blob ->
                    json.append(
                            quoted(
                                    HexFormat.of()
                                            .formatHex(blob.getBytes(1, (int) blob.length()))));
            case Number number when kind == Kind.BIGINT -> json.append(quoted(number.toString()));
            case java.math.BigDecimal number when isExactDecimal() ->
                    json.append(number.toPlainString());
            default -> json.append(JsonCells.of(cell));
        }
    }

    private boolean isExactDecimal() {
        Matcher decimal = DECIMAL.matcher(type);
        return decimal.matches() && Integer.parseInt(decimal.group(1)) <= EXACT_DIGITS;
    }

    private static void time(LocalDateTime time, StringBuilder json) {
        long millis = time.toInstant(ZoneOffset.UTC).toEpochMilli();
        int micros = time.get(ChronoField.MICRO_OF_SECOND) % 1000;
        if (micros == 0) json.append(millis);
        else json.append('[').append(millis).append(',').append(micros).append(']');
    }

    private static boolean isJson(String text) {
        try {
            Json.parse(text);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
