package io.pipewright.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Whether a block can run here, and if not, why. Looks at files and settings only; starts nothing.
public final class Runnability {

    private final Path project;
    private final Function<BlockKind, Optional<String>> kernels;

    /// @param project absolute
    /// @param kernels why no kernel can run blocks of a kind; empty if one can
    public Runnability(Path project, Function<BlockKind, Optional<String>> kernels) {
        this.project = project;
        this.kernels = kernels;
    }

    /// What can be said of a block before it runs.
    public sealed interface Verdict {

        /// Why not; empty if it runs.
        default Optional<String> why() {
            return switch (this) {
                case Runs _ -> Optional.empty();
                case NeverRuns(String reason) -> Optional.of(reason);
                case CannotRun(String reason) -> Optional.of(reason);
            };
        }
    }

    public record Runs() implements Verdict {}

    /// Nothing is wrong: it is not for running, like a note or a chart.
    public record NeverRuns(String reason) implements Verdict {}

    public record CannotRun(String reason) implements Verdict {}

    public Verdict of(Pipeline pipeline, Block block) {
        Optional<Verdict> never = neverRuns(block.kind().type());
        if (never.isPresent()) return never.get();
        return pipelineProblem(pipeline)
                .or(() -> kindProblem(block.kind()))
                .or(() -> MissingFeatures.of(block, pipeline.addOns().all().toList()))
                .or(() -> partsProblem(pipeline, block))
                .or(() -> fileProblem(block))
                .or(() -> kernels.apply(block.kind()))
                .<Verdict>map(CannotRun::new)
                .orElseGet(Runs::new);
    }

    private static Optional<String> partsProblem(Pipeline pipeline, Block block) {
        return new DynamicBlocks(pipeline).getsParts(block)
                ? MissingFeatures.ofParts(block)
                : Optional.empty();
    }

    private static Optional<Verdict> neverRuns(BlockType type) {
        return switch (type) {
            case MARKDOWN -> Optional.of(new NeverRuns("markdown is shown, not run"));
            case SCRATCHPAD -> Optional.of(new NeverRuns("scratchpads are no part of runs"));
            case CHART -> Optional.of(new NeverRuns("charts are drawn, not run"));
            case DATA_LOADER,
                    TRANSFORMER,
                    DATA_EXPORTER,
                    CUSTOM,
                    SENSOR,
                    DBT,
                    EXTENSION,
                    GLOBAL_DATA_PRODUCT,
                    CALLBACK,
                    CONDITIONAL,
                    UNKNOWN ->
                    Optional.empty();
        };
    }

    /// Why no block of the pipeline can run; empty if its type is one that runs here.
    public static Optional<String> pipelineProblem(Pipeline pipeline) {
        return switch (pipeline.info().type()) {
            case PYTHON -> Optional.empty();
            case PYSPARK, STREAMING, INTEGRATION ->
                    Optional.of(
                            "pipelines of type \"%s\" are shown, but cannot run here"
                                    .formatted(pipeline.info().typeWord()));
            case UNKNOWN ->
                    Optional.of(
                            "the pipeline type \"%s\" is not known"
                                    .formatted(pipeline.info().typeWord()));
        };
    }

    private static Optional<String> kindProblem(BlockKind kind) {
        if (kind.type() == BlockType.UNKNOWN) {
            return Optional.of(
                    kind.typeWord().isEmpty()
                            ? "the block has no type"
                            : "the block type \"" + kind.typeWord() + "\" is not known");
        }
        return kind.language() == BlockLanguage.UNKNOWN
                ? Optional.of("the language \"" + kind.languageWord() + "\" is not known")
                : Optional.empty();
    }

    private Optional<String> fileProblem(Block block) {
        boolean needsNone =
                block.source().inline().isPresent() || block.kind().type().folder().isEmpty();
        if (needsNone) return Optional.empty();
        Optional<Path> file = block.source().file();
        if (file.isEmpty()) {
            return Optional.of("the path of its file leads out of the project or cannot be used");
        }
        if (Files.isRegularFile(file.get())) return Optional.empty();
        return Optional.of("its file \"" + shown(file.get()) + "\" does not exist");
    }

    private String shown(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }
}
