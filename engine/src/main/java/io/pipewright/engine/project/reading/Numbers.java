package io.pipewright.engine.project.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// Numbers as project files hold them: plain, or as text.
final class Numbers {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Numbers() {}

    /// Empty if `text` is no number or negative.
    static Optional<BigDecimal> parse(String text) {
        try {
            var number = new BigDecimal(text.strip());
            boolean sane = number.signum() >= 0 && number.scale() < 100 && number.scale() > -100;
            return sane ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The whole part, at most the largest `int`.
    static int clamp(BigDecimal number) {
        return number.min(LARGEST).intValue();
    }

    /// Whole milliseconds, at most 68 years.
    static Duration seconds(BigDecimal number) {
        return Duration.ofMillis(number.min(LARGEST).movePointRight(3).longValue());
    }
}
