package io.pipewright.engine.project;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// The `retry_config` of a project, pipeline or block, key by key as written: a missing key is taken from the level above.
///
/// @param retries extra attempts after the first, at least 0
/// @param delay pause before the second attempt
/// @param maxDelay cap, in the sense of the project format: on the total wait
/// @param exponentialBackoff whether later pauses double
public record RetryConfig(
        OptionalInt retries,
        Optional<Duration> delay,
        Optional<Duration> maxDelay,
        Optional<Boolean> exponentialBackoff) {

    /// Nothing written.
    public static final RetryConfig NONE =
            new RetryConfig(
                    OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public RetryConfig {
        if (retries.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "retries must not be negative but was " + retries.getAsInt());
        }
    }

    /// These keys, and those of `base` where this has none.
    public RetryConfig over(RetryConfig base) {
        return new RetryConfig(
                retries.isPresent() ? retries : base.retries,
                delay.or(base::delay),
                maxDelay.or(base::maxDelay),
                exponentialBackoff.or(base::exponentialBackoff));
    }
}
