package io.pipewright.engine.run;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockOptions;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.Pipeline.PipelineDetails;
import io.pipewright.engine.project.PipelineAddOns;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.PipelineInfo;
import io.pipewright.engine.project.PipelineOptions;
import io.pipewright.engine.project.PipelineType;
import io.pipewright.engine.project.RetryConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Pipelines, plans and runs for tests.
public final class Runs {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Runs() {}

    /// A Python transformer.
    public static Block block(String id, String... upstream) {
        return blockOf("transformer", id, upstream);
    }

    public static Block blockOf(String type, String id, String... upstream) {
        return new Block(
                new BlockId(id),
                id,
                BlockKind.of(type, "python"),
                Arrays.stream(upstream).map(BlockId::new).toList(),
                new BlockSource(Optional.empty(), Optional.empty(), Optional.empty()),
                new BlockOptions(Map.of(), Optional.empty(), Optional.empty(), Map.of()));
    }

    /// @param configuration as the author wrote it
    public static Block configured(
            Block block, String language, Map<String, Object> configuration) {
        return new Block(
                block.id(),
                block.name(),
                BlockKind.of(block.kind().typeWord(), language),
                block.upstream(),
                block.source(),
                new BlockOptions(configuration, Optional.empty(), Optional.empty(), Map.of()));
    }

    public static Pipeline pipeline(String id, Block... blocks) {
        return pipeline(id, PipelineType.PYTHON, blocks);
    }

    public static Pipeline pipeline(String id, PipelineType type, Block... blocks) {
        var options =
                new PipelineOptions(
                        Map.of("city", "Seattle"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        false,
                        Map.of());
        return new Pipeline(
                new PipelineId(id),
                Path.of("project", "pipelines", id, "metadata.yaml"),
                new PipelineInfo(id, Optional.empty(), type, type.word(), List.of()),
                List.of(blocks),
                PipelineAddOns.NONE,
                new PipelineDetails(options, Map.of(), List.of()));
    }

    public static RunPlan plan(Pipeline pipeline) {
        var snapshot = new PipelineSnapshot(pipeline, "uuid: " + pipeline.id(), Map.of());
        return new RunPlanner(RetryConfig.NONE).plan(snapshot, RunRequest.of(pipeline.id()));
    }

    /// By hand, of a pipeline with the blocks `load` and `clean`.
    public static NewRun newRun(String pipeline) {
        var plan = plan(pipeline(pipeline, block("load"), block("clean", "load")));
        return new NewRun(
                plan, RunOrigin.manual(7, NOON, Map.of()), Map.of("day", "2026-03-01"), NOON);
    }

    public static BlockRun blockRun(RunId run, String block, int attempt, BlockRunState state) {
        return new BlockRun(new BlockRunKey(run, block, attempt), new BlockId(block), state);
    }

    public static BlockOutcome outcome(long rows) {
        var seal = new OutputInfo.FileSeal("data.parquet", 4711, 0xCAFEL);
        var columns =
                List.of(
                        new OutputInfo.ColumnInfo("date", "DATE"),
                        new OutputInfo.ColumnInfo("rain", "DOUBLE"));
        var output =
                new OutputInfo(
                        "output_0",
                        "dataframe",
                        Path.of("variables", "output_0").toAbsolutePath(),
                        OptionalLong.of(rows),
                        columns,
                        seal);
        return new BlockOutcome(List.of(output), 2, 0);
    }
}
