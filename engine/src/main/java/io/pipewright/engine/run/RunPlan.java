package io.pipewright.engine.run;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockType;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.PipelineOptions;
import java.util.List;
import java.util.Optional;

/// What a run executes: a copy of the pipeline, so that later edits do not change it. Stored with the run.
///
/// @param blocks one per block run, in pipeline order; the order of execution comes from their upstreams
/// @param addOns callbacks, conditionals and extensions; their `block().upstream()` are the blocks they are attached to
/// @param text of the pipeline's `metadata.yaml`
public record RunPlan(
        PipelineId pipeline,
        PipelineOptions options,
        List<PlannedBlock> blocks,
        List<PlannedBlock> addOns,
        RunScope scope,
        String text) {

    /// How much of the pipeline.
    ///
    /// @param onlyBlock just this one, on the newest stored outputs of its upstreams
    /// @param runTests whether the blocks' tests run after them
    /// @param mayFail whether blocks that do not depend on a failed one still run
    public record RunScope(Optional<BlockId> onlyBlock, boolean runTests, boolean mayFail) {}

    public RunPlan {
        blocks = List.copyOf(blocks);
        addOns = List.copyOf(addOns);
    }

    public Optional<PlannedBlock> block(BlockId block) {
        return blocks.stream().filter(planned -> planned.id().equals(block)).findFirst();
    }

    /// The callbacks or conditionals that are attached to a block, in pipeline order.
    public List<PlannedBlock> attached(BlockType type, BlockId block) {
        return addOns.stream().filter(addOn -> isAttached(addOn.block(), type, block)).toList();
    }

    private static boolean isAttached(Block addOn, BlockType type, BlockId block) {
        return addOn.kind().type() == type && addOn.upstream().contains(block);
    }

    /// The first attempt of each block run, in pipeline order; children of fanned out blocks come later.
    public List<BlockRun> firstAttempts(RunId run) {
        return blocks.stream().map(planned -> planned.attempt(run, 1)).toList();
    }
}
