package io.pipewright.engine.kernel;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one worker is to do with one block: the `run` message of `docs/worker-protocol.md`, before a worker is chosen.
///
/// @param source the text that runs; it was read when the run was planned
/// @param inputs one per upstream, in order
/// @param outputFolder exists and is empty
/// @param sql for SQL blocks: the rendered statement and where it goes, in the protocol's shape
public record KernelRequest(
        Block block,
        String source,
        RunContext context,
        List<Input> inputs,
        Path outputFolder,
        Optional<Map<String, Object>> sql) {

    /// @param variables merged, later wins
    /// @param kernelOptions settings of project and pipeline for the kernel, for example `interpreter`
    public record RunContext(
            RunId run,
            PipelineId pipeline,
            int attempt,
            Map<String, Object> variables,
            Map<String, String> kernelOptions,
            KernelTask task) {}

    /// @param outputs none when the upstream stored nothing
    public record Input(
            BlockId block, String blockType, List<OutputInfo> outputs, Portion portion) {

        public Input(BlockId block, String blockType, List<OutputInfo> outputs) {
            this(block, blockType, outputs, new Portion.Whole());
        }
    }

    /// How much of an upstream's outputs a block gets.
    public sealed interface Portion {

        record Whole() implements Portion {}

        /// One item of the first output, and what the second one says about it.
        record Item(int index) implements Portion {}

        /// All that the children of a fanned out upstream stored, as one list; the outputs themselves are empty.
        record Reduced(List<List<OutputInfo>> children) implements Portion {}
    }
}
