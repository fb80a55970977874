package io.pipewright.engine.run;

import java.time.Instant;

/// Why a run exists and where its outputs go.
///
/// @param triggerId the trigger it belongs to; runs by hand belong to the pipeline's hidden trigger "Manual"
/// @param executionDate UTC, whole microseconds
/// @param partition `<trigger id>/<yyyyMMdd'T'HHmmss_ffffff>`, the folder of outputs and logs below the pipeline's
public record RunOrigin(
        long triggerId, String triggerName, Instant executionDate, String partition) {}
