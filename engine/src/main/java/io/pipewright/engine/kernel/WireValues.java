package io.pipewright.engine.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as `docs/worker-protocol.md` writes them in `variables` and `configuration`: what JSON lacks is tagged.
///
/// A value of the author's YAML or of the engine; anything unknown becomes its text.
final class WireValues {

    private WireValues() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String _,
                    Boolean _,
                    Integer _,
                    Long _,
                    Short _,
                    Byte _,
                    BigInteger _,
                    BigDecimal _ ->
                    value;
            case Secret secret -> secret.value();
            case Number number -> real(number.doubleValue());
            case Map<?, ?> map -> map(map);
            case Collection<?> items -> list(items);
            case LocalDate date -> Map.of("$date", date.toString());
            case LocalDateTime naive ->
                    datetime(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(naive));
            // The engine's instants are naive in UTC for the blocks.
            case Instant instant -> of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            case Date date -> of(date.toInstant());
            case OffsetDateTime time ->
                    datetime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            case ZonedDateTime time -> of(time.toOffsetDateTime());
            default -> value.toString();
        };
    }

    private static Object real(double number) {
        if (Double.isNaN(number)) return Map.of("$float", "nan");
        if (Double.isInfinite(number)) return Map.of("$float", number > 0 ? "inf" : "-inf");
        return number;
    }

    private static Object datetime(String text) {
        return Map.of("$datetime", text);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> written.put(String.valueOf(key), of(item)));
        return written;
    }

    private static List<@Nullable Object> list(Collection<?> items) {
        var written = new ArrayList<@Nullable Object>();
        for (Object item : items) written.add(of(item));
        return written;
    }
}
