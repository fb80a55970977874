package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireValuesTest {

    @ParameterizedTest
    @MethodSource
    void writesAValueAsTheProtocolSays(Object value, Object written) {
        assertEquals(written, WireValues.of(value));
    }

    static Stream<Arguments> writesAValueAsTheProtocolSays() {
        Instant instant = Instant.parse("2024-01-05T06:00:00.25Z");
        return Stream.of(
                arguments("text", "text"),
                arguments(7, 7),
                arguments(1.5, 1.5),
                arguments(Double.NaN, Map.of("$float", "nan")),
                arguments(Double.NEGATIVE_INFINITY, Map.of("$float", "-inf")),
                arguments(LocalDate.of(2024, 1, 5), Map.of("$date", "2024-01-05")),
                arguments(
                        LocalDateTime.of(2024, 1, 5, 6, 0),
                        Map.of("$datetime", "2024-01-05T06:00:00")),
                arguments(instant, Map.of("$datetime", "2024-01-05T06:00:00.25")),
                arguments(Date.from(instant), Map.of("$datetime", "2024-01-05T06:00:00.25")),
                arguments(
                        OffsetDateTime.parse("2024-01-05T06:00:00+02:00"),
                        Map.of("$datetime", "2024-01-05T06:00:00+02:00")),
                arguments(
                        List.of(Map.of(1, Double.NaN)),
                        List.of(Map.of("1", Map.of("$float", "nan")))),
                arguments(
                        Arrays.<@Nullable Object>asList("a", null),
                        Arrays.<@Nullable Object>asList("a", null)),
                arguments(
                        new BigInteger("99999999999999999999"),
                        new BigInteger("99999999999999999999")),
                arguments(Path.of("any"), "any"));
    }
}
