package io.pipewright.engine.run;

import io.pipewright.engine.project.RetryConfig;
import java.time.Duration;
import java.util.Optional;

/// How often a broken block run is tried again.
///
/// @param attempts total tries, at least 1 (1 = no retry)
/// @param delay pause before the second try
/// @param longestWait all pauses together stay below it, else there is no further try
/// @param doubling whether each later pause is twice the one before
public record RetryPolicy(int attempts, Duration delay, Duration longestWait, boolean doubling) {

    public static final RetryPolicy NONE = of(RetryConfig.NONE);

    public RetryPolicy {
        if (attempts < 1)
            throw new IllegalArgumentException("attempts must be at least 1 but was " + attempts);
        if (delay.isNegative())
            throw new IllegalArgumentException("delay must not be negative but was " + delay);
    }

    /// What a merged `retry_config` means; the project format's defaults where it says nothing.
    public static RetryPolicy of(RetryConfig config) {
        return new RetryPolicy(
                config.retries().orElse(0) + 1,
                config.delay().orElse(Duration.ofSeconds(5)),
                config.maxDelay().orElse(Duration.ofSeconds(60)),
                config.exponentialBackoff().orElse(true));
    }

    /// The pause after a failed attempt; empty if it was the last one.
    ///
    /// @param attempt the one that failed, the first is 1
    public Optional<Duration> pauseAfter(int attempt) {
        if (attempt >= attempts) return Optional.empty();
        Duration waited = Duration.ZERO;
        Duration pause = delay;
        for (int earlier = 1; earlier < attempt && waited.compareTo(longestWait) < 0; earlier++) {
            waited = waited.plus(pause);
            pause = doubling ? pause.multipliedBy(2) : pause;
        }
        return waited.plus(pause).compareTo(longestWait) < 0
                ? Optional.of(pause)
                : Optional.empty();
    }
}
