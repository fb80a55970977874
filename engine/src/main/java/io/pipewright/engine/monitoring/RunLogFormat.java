package io.pipewright.engine.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a log file: a UTC time to the second, a space, one JSON object with `level`, `message`, `timestamp` (seconds since
/// 1970 with fraction), `uuid` and the tags.
///
/// Reading is tolerant: what is not of this form is the message of a line of its own.
final class RunLogFormat {

    /// The tag of the last line of an attempt.
    static final String END = "end";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int TIME_LENGTH = "2024-01-05T06:00:00".length();

    private RunLogFormat() {}

    /// Without line end.
    ///
    /// @param uuid 32 hexadecimal digits
    static String write(LogLine line, String uuid) {
        var fields = new LinkedHashMap<String, Object>(line.tags());
        fields.put("level", line.level());
        fields.put("message", line.message());
        fields.put("timestamp", seconds(line.at()));
        fields.put("uuid", uuid);
        try {
            return SECONDS.format(line.at().atOffset(ZoneOffset.UTC))
                    + " "
                    + JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A log line's tags cannot be written: " + line.tags(), e);
        }
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond())
                .add(BigDecimal.valueOf(at.getNano() / 1000, 6));
    }

    /// @param before the time of a line that has none
    static LogLine read(String text, Instant before) {
        try {
            Instant at =
                    LocalDateTime.parse(
                                    text.substring(0, Math.min(TIME_LENGTH, text.length())),
                                    SECONDS)
                            .toInstant(ZoneOffset.UTC);
            Map<String, @Nullable Object> fields =
                    JSON.readValue(text.substring(TIME_LENGTH), OBJECT);
            return line(fields, at);
        } catch (DateTimeParseException | JsonProcessingException _) {
            return new LogLine(before, "INFO", text, Map.of());
        }
    }

    private static LogLine line(Map<String, @Nullable Object> fields, Instant second) {
        var tags = new LinkedHashMap<String, Object>();
        fields.forEach(
                (name, value) -> {
                    if (value != null) tags.put(name, value);
                });
        Object timestamp = tags.remove("timestamp");
        Instant at = timestamp instanceof Number seconds ? instant(seconds) : second;
        Object level = tags.remove("level");
        Object message = tags.remove("message");
        tags.remove("uuid");
        return new LogLine(
                at,
                level == null ? "INFO" : level.toString(),
                message == null ? "" : message.toString(),
                tags);
    }

    private static Instant instant(Number seconds) {
        BigDecimal exact = new BigDecimal(seconds.toString());
        long whole = exact.longValue();
        return Instant.ofEpochSecond(
                whole, exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
