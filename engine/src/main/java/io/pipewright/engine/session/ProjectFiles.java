package io.pipewright.engine.session;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.reading.BlockTexts;
import io.pipewright.engine.project.reading.ProjectReader;
import io.pipewright.engine.project.reading.TriggerCounts;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineSnapshot;
import io.pipewright.engine.session.ProjectListing.Counts;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The files of one project, read when they are asked for. Executes and writes nothing. Thread: any.
public final class ProjectFiles {

    private final Path folder;
    private final ProjectReader reader;

    public ProjectFiles(Path folder, ProjectReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    public Path folder() {
        return folder;
    }

    public Project read() {
        return reader.read(folder);
    }

    /// @param lastRun of a pipeline; empty where no history is at hand
    public ProjectListing listing(
            boolean trusted, Function<PipelineId, Optional<PipelineRun>> lastRun) {
        Project project = read();
        Stream<PipelineEntry> opened =
                project.pipelines().stream().map(pipeline -> entry(pipeline, lastRun));
        Stream<PipelineEntry> broken =
                project.broken().stream().map(pipeline -> entry(pipeline, lastRun));
        List<PipelineEntry> all =
                Stream.concat(opened, broken)
                        .sorted(Comparator.comparing(entry -> entry.id().value()))
                        .toList();
        return new ProjectListing(
                project.name(),
                project.folder(),
                trusted,
                all,
                project.problems(),
                project.whyNothingRuns());
    }

    private PipelineEntry entry(
            Pipeline pipeline, Function<PipelineId, Optional<PipelineRun>> lastRun) {
        TriggerCounts triggers = reader.triggers(folder, pipeline.id());
        int blocks = (int) pipeline.blocks().stream().filter(ProjectFiles::isCounted).count();
        return new PipelineEntry(
                pipeline.id(),
                pipeline.info().name(),
                pipeline.info().typeWord(),
                new Counts(blocks, triggers.all(), triggers.active()),
                pipeline.details().warnings(),
                lastRun.apply(pipeline.id()));
    }

    private PipelineEntry entry(
            BrokenPipeline pipeline, Function<PipelineId, Optional<PipelineRun>> lastRun) {
        return new PipelineEntry(
                pipeline.id(),
                pipeline.id().value(),
                "invalid",
                new Counts(0, 0, 0),
                pipeline.problems(),
                lastRun.apply(pipeline.id()));
    }

    private static boolean isCounted(Block block) {
        return switch (block.kind().type()) {
            case CHART, SCRATCHPAD -> false;
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
                    MARKDOWN,
                    UNKNOWN ->
                    true;
        };
    }

    Optional<Pipeline> pipeline(PipelineId id) {
        return read().pipeline(id);
    }

    /// The text of a block, callback, conditional or chart.
    Optional<String> source(PipelineId pipeline, BlockId block) {
        return pipeline(pipeline)
                .flatMap(
                        found ->
                                everyBlock(found)
                                        .filter(candidate -> candidate.id().equals(block))
                                        .findFirst())
                .flatMap(found -> new BlockTexts(folder).text(found));
    }

    /// A pipeline with all its texts, as a run will execute it.
    ///
    /// @throws SessionException if it or the project's settings do not open, or it is not there
    PipelineSnapshot snapshot(PipelineId id) {
        Project project = read();
        project.whyNothingRuns()
                .ifPresent(
                        problem -> {
                            throw cannotRun(id, problem);
                        });
        Pipeline pipeline = project.pipeline(id).orElseThrow(() -> cannotRun(project, id));
        var texts = new BlockTexts(folder);
        Map<BlockId, String> sources = new HashMap<>();
        everyBlock(pipeline)
                .forEach(
                        block ->
                                texts.text(block).ifPresent(text -> sources.put(block.id(), text)));
        return new PipelineSnapshot(pipeline, text(pipeline.file()), sources);
    }

    private static Stream<Block> everyBlock(Pipeline pipeline) {
        return Stream.of(
                        pipeline.blocks(),
                        pipeline.addOns().callbacks(),
                        pipeline.addOns().conditionals(),
                        pipeline.addOns().widgets())
                .flatMap(List::stream);
    }

    private static SessionException cannotRun(Project project, PipelineId id) {
        List<ProjectProblem> problems =
                project.broken().stream()
                        .filter(broken -> broken.id().equals(id))
                        .flatMap(broken -> broken.problems().stream())
                        .toList();
        if (!problems.isEmpty()) {
            return cannotRun(id, problems.getFirst());
        }
        List<String> names =
                project.pipelines().stream().map(pipeline -> pipeline.id().value()).toList();
        return new SessionException(
                "There is no pipeline \""
                        + id
                        + "\" in "
                        + project.folder()
                        + ". Its pipelines: "
                        + (names.isEmpty() ? "none" : String.join(", ", names))
                        + ".");
    }

    private static SessionException cannotRun(PipelineId id, ProjectProblem problem) {
        return new SessionException(
                "Cannot run pipeline \""
                        + id
                        + "\" ("
                        + problem.file()
                        + (problem.line() > 0 ? ", line " + problem.line() : "")
                        + "): "
                        + problem.text());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
