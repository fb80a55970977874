package io.pipewright.engine.variable;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;

/// Names one stored output.
///
/// @param partition of the run that stored it, see `RunOrigin`
/// @param output `output_0`, …
public record VariableKey(PipelineId pipeline, String partition, BlockId block, String output) {}
