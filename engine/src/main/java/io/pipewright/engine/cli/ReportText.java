package io.pipewright.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers, times and JSON as the command line writes them, the same in every locale.
final class ReportText {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final ObjectMapper COMPACT =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final ObjectMapper INDENTED =
            COMPACT.copy().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportText() {}

    /// For documents.
    static String json(Object document) {
        return write(INDENTED, document);
    }

    /// On one line, for cells.
    static String compactJson(Object value) {
        return write(COMPACT, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the result as JSON", e);
        }
    }

    /// ISO 8601, UTC, to the microsecond; null for "not yet".
    static @Nullable String time(Optional<Instant> instant) {
        return instant.map(MICROSECONDS::format).orElse(null);
    }

    /// `0.24 s`, `12.3 s`, `4 min 5 s`.
    static String duration(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 10) return String.format(Locale.ROOT, "%.2f s", seconds);
        if (seconds < 60) return String.format(Locale.ROOT, "%.1f s", seconds);
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /// `1,461 rows`.
    static String rows(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }
}
