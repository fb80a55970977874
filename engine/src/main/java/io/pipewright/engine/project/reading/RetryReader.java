package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.RetryConfig;
import java.time.Duration;
import java.util.Optional;

/// Reads `retry_config`, key by key as written.
final class RetryReader {

    private RetryReader() {}

    /// Empty if there is none, or none of its keys is set.
    static Optional<RetryConfig> read(YamlMap owner) {
        return owner.map("retry_config")
                .map(RetryReader::keys)
                .filter(config -> !config.equals(RetryConfig.NONE));
    }

    private static RetryConfig keys(YamlMap map) {
        Optional<Boolean> backoff =
                map.text("exponential_backoff").isEmpty()
                        ? Optional.empty()
                        : Optional.of(map.flag("exponential_backoff", true));
        return new RetryConfig(
                map.wholeNumber("retries"),
                seconds(map, "delay"),
                seconds(map, "max_delay"),
                backoff);
    }

    private static Optional<Duration> seconds(YamlMap map, String key) {
        return map.number(key).map(Numbers::seconds);
    }
}
