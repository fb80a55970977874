package io.pipewright.engine.monitoring;

import java.time.Instant;
import java.util.Map;

/// One line of a run's log.
///
/// @param level DEBUG, INFO, WARNING, ERROR, EXCEPTION …
/// @param tags `block_uuid`, `pipeline_run_id` …
public record LogLine(Instant at, String level, String message, Map<String, Object> tags) {}
