package io.pipewright.engine.project;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a block is run.
///
/// @param configuration the author's map, in file order, unrendered
/// @param timeout longest run time
/// @param retry overrides the pipeline's and project's retry settings
/// @param raw the whole map of the pipeline file, unknown keys included
public record BlockOptions(
        Map<String, Object> configuration,
        Optional<Duration> timeout,
        Optional<RetryConfig> retry,
        Map<String, Object> raw) {}
