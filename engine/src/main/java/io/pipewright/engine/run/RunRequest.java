package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.util.Map;
import java.util.Optional;

/// What somebody asks the engine to run.
///
/// @param variables win over the pipeline's
/// @param onlyBlock run just this block, on the newest stored outputs of its upstreams
/// @param runTests whether the blocks' tests run after them
/// @param mayFail whether blocks that do not depend on a failed one still run
public record RunRequest(
        PipelineId pipeline,
        Map<String, Object> variables,
        Optional<BlockId> onlyBlock,
        boolean runTests,
        boolean mayFail) {

    public static RunRequest of(PipelineId pipeline) {
        return new RunRequest(pipeline, Map.of(), Optional.empty(), true, false);
    }
}
