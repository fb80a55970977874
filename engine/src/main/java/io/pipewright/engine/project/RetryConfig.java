package io.pipewright.engine.project;

import java.time.Duration;

/// The `retry_config` of a project, pipeline or block as written.
///
/// @param retries extra attempts after the first, at least 0
/// @param delay pause before the second attempt
/// @param maxDelay cap, in the sense of the project format: on the total wait
/// @param exponentialBackoff whether later pauses double
public record RetryConfig(
        int retries, Duration delay, Duration maxDelay, boolean exponentialBackoff) {

    public static final RetryConfig NONE =
            new RetryConfig(0, Duration.ofSeconds(5), Duration.ofSeconds(60), true);

    public RetryConfig {
        if (retries < 0)
            throw new IllegalArgumentException("retries must not be negative but was " + retries);
    }
}
