package io.pipewright.engine.session;

import io.pipewright.engine.execution.KernelOptions;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.Runnability;
import io.pipewright.engine.session.ProjectValidation.BlockValidation;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Says which blocks of a project's pipelines can run here. Executes nothing. Thread: any.
public final class PipelineCheck {

    private final Path folder;
    private final KernelOptions options;
    private final BiFunction<BlockKind, Map<String, String>, Optional<String>> kernels;

    /// @param folder of the project, absolute
    /// @param options the project's own, such as its interpreter
    /// @param kernels why no kernel can run blocks of a kind with such options; empty if one can
    public PipelineCheck(
            Path folder,
            KernelOptions options,
            BiFunction<BlockKind, Map<String, String>, Optional<String>> kernels) {
        this.folder = folder;
        this.options = options;
        this.kernels = kernels;
    }

    /// Of its blocks, its callbacks and its conditionals.
    public PipelineValidation validation(Pipeline pipeline) {
        Map<String, String> settings = options.of(pipeline.details().options());
        var runnability = new Runnability(folder, kind -> kernels.apply(kind, settings));
        List<BlockValidation> blocks =
                Stream.of(
                                pipeline.blocks(),
                                pipeline.addOns().callbacks(),
                                pipeline.addOns().conditionals())
                        .flatMap(List::stream)
                        .map(block -> validation(runnability, pipeline, block))
                        .toList();
        return new PipelineValidation(pipeline.id(), blocks);
    }

    private static BlockValidation validation(
            Runnability runnability, Pipeline pipeline, Block block) {
        return new BlockValidation(block.id(), block.kind(), runnability.of(pipeline, block).why());
    }
}
