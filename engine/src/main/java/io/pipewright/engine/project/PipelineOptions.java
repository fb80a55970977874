package io.pipewright.engine.project;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How a pipeline is run.
///
/// @param variables pipeline variables, in file order
/// @param blockRunLimit most block runs of one run that are queued or running at once
/// @param retry default of its blocks
/// @param runInOneProcess whether all blocks share one worker
/// @param settings our own map `pipewright` (interpreter, kernel …), empty if absent
public record PipelineOptions(
        Map<String, Object> variables,
        OptionalInt blockRunLimit,
        Optional<RetryConfig> retry,
        boolean runInOneProcess,
        Map<String, Object> settings) {}
