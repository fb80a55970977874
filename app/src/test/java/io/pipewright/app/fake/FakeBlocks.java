package io.pipewright.app.fake;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Pipelines as values, with little to say.
public final class FakeBlocks {

    public static final Path FOLDER = Path.of("/home/ada/seattle-weather");

    private FakeBlocks() {}

    public static Block block(String name, String type, String language, String... upstream) {
        return block(name, type, language, Map.of(), upstream);
    }

    public static Block chart(String name, Map<String, Object> configuration, String... upstream) {
        return block(name, "chart", "python", configuration, upstream);
    }

    public static Pipeline pipeline(String id, List<Block> blocks, List<Block> widgets) {
        var options =
                new PipelineOptions(
                        Map.of(), OptionalInt.empty(), Optional.empty(), false, Map.of());
        return new Pipeline(
                new PipelineId(id),
                FOLDER.resolve("pipelines").resolve(id).resolve("metadata.yaml"),
                new PipelineInfo(id, Optional.empty(), PipelineType.PYTHON, "python", List.of()),
                blocks,
                new PipelineAddOns(List.of(), List.of(), widgets, List.of()),
                new PipelineDetails(options, Map.of(), List.of()));
    }

    private static Block block(
            String name,
            String type,
            String language,
            Map<String, Object> configuration,
            String... upstream) {
        return new Block(
                new BlockId(name),
                name,
                BlockKind.of(type, language),
                Stream.of(upstream).map(BlockId::new).toList(),
                new BlockSource(Optional.empty(), Optional.empty(), Optional.empty()),
                new BlockOptions(configuration, Optional.empty(), Optional.empty(), Map.of()));
    }
}
