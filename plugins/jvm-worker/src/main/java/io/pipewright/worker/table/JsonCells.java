package io.pipewright.worker.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// Cells of DuckDB as JSON: the form of the `ask` answers.
///
/// Whole numbers beyond 2^53, decimals, dates and times are text (ISO 8601), not-a-number is `"NaN"`, bytes are base64,
/// nested values are arrays and objects.
public final class JsonCells {

    private static final long EXACT = 1L << 53;

    private JsonCells() {}

    /// The current row, all columns in order.
    public static ArrayNode row(ResultSet rows) throws SQLException {
        ArrayNode row = Json.array();
        int count = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= count; i++) row.add(of(rows.getObject(i)));
        return row;
    }

    public static JsonNode of(@Nullable Object cell) throws SQLException {
        return switch (cell) {
            case null -> NullNode.instance;
            case Boolean value -> BooleanNode.valueOf(value);
            case Byte _, Short _, Integer _, Long _ -> integer(((Number) cell).longValue());
            case BigInteger value when value.bitLength() < Long.SIZE -> integer(value.longValue());
            case Float value -> floating(value.doubleValue(), value.toString());
            case Double value -> floating(value, value.toString());
            case BigDecimal value -> TextNode.valueOf(value.toPlainString());
            case Timestamp value -> time(value.toLocalDateTime());
            case LocalDateTime value -> time(value);
            case OffsetDateTime value ->
                    TextNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
            case Blob value -> bytes(value.getBytes(1, (int) value.length()));
            case byte[] value -> bytes(value);
            case Array value -> list((Object[]) value.getArray());
            case Object[] value -> list(value);
            case DuckDBStruct value -> object(value.getMap());
            case Map<?, ?> value -> object(value);
            case org.duckdb.JsonNode value -> json(value.toString());
            default -> TextNode.valueOf(cell.toString());
        };
    }

    private static JsonNode integer(long value) {
        return Math.abs(value) <= EXACT
                ? LongNode.valueOf(value)
                : TextNode.valueOf(Long.toString(value));
    }

    private static JsonNode floating(double value, String text) {
        return Double.isFinite(value)
                ? DoubleNode.valueOf(Double.parseDouble(text))
                : TextNode.valueOf(text);
    }

    private static JsonNode time(LocalDateTime value) {
        return TextNode.valueOf(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
    }

    private static JsonNode bytes(byte[] value) {
        return TextNode.valueOf(Base64.getEncoder().encodeToString(value));
    }

    private static JsonNode list(Object[] values) throws SQLException {
        ArrayNode list = Json.array();
        for (Object value : values) list.add(of(value));
        return list;
    }

    private static JsonNode object(Map<?, ?> values) throws SQLException {
        ObjectNode object = Json.object();
        for (Map.Entry<?, ?> entry : values.entrySet())
            object.set(String.valueOf(entry.getKey()), of(entry.getValue()));
        return object;
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (IOException _) {
            return TextNode.valueOf(text);
        }
    }
}
