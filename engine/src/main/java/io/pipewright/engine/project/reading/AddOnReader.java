package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockOptions;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.BlockType;
import io.pipewright.engine.project.PipelineAddOns;
import io.pipewright.engine.project.reading.BlockReader.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the blocks beside the graph: callbacks, conditionals, charts, extensions.
final class AddOnReader {

    private final BlockReader reader;
    private final BlockFileRule files;

    AddOnReader(BlockReader reader, BlockFileRule files) {
        this.reader = reader;
        this.files = files;
    }

    PipelineAddOns read(YamlMap pipeline, Map<BlockId, Draft> blocks) {
        List<Block> callbacks =
                new ArrayList<>(section(pipeline, "callbacks", BlockType.CALLBACK, blocks));
        callbacks.addAll(impliedCallbacks(callbacks, blocks));
        return new PipelineAddOns(
                callbacks,
                section(pipeline, "conditionals", BlockType.CONDITIONAL, blocks),
                section(pipeline, "widgets", BlockType.CHART, blocks),
                extensions(pipeline, blocks));
    }

    private List<Block> section(
            YamlMap owner, String key, BlockType usual, Map<BlockId, Draft> blocks) {
        return reader.drafts(owner.maps(key), usual.word()).stream()
                .map(draft -> reader.finish(draft, blocks))
                .toList();
    }

    private List<Block> extensions(YamlMap pipeline, Map<BlockId, Draft> blocks) {
        Optional<YamlMap> extensions = pipeline.map("extensions");
        if (extensions.isEmpty()) return List.of();
        List<Block> all = new ArrayList<>();
        for (String name : extensions.get().keys()) {
            Optional<YamlMap> extension = extensions.get().map(name);
            extension.ifPresent(
                    map -> all.addAll(section(map, "blocks", BlockType.EXTENSION, blocks)));
        }
        return all;
    }

    /// Old files say `has_callback: true` and mean the file `callbacks/<block>_callback.py`.
    private List<Block> impliedCallbacks(List<Block> listed, Map<BlockId, Draft> blocks) {
        List<Block> implied = new ArrayList<>();
        for (Draft draft : blocks.values()) {
            var id = new BlockId(draft.id().folderName() + "_callback");
            boolean isListed = listed.stream().anyMatch(block -> block.id().equals(id));
            if (isListed || !draft.map().flag("has_callback", false)) continue;
            implied(id, draft).ifPresent(implied::add);
        }
        return implied;
    }

    private Optional<Block> implied(BlockId id, Draft owner) {
        BlockKind kind = BlockKind.of(BlockType.CALLBACK.word(), "python");
        Optional<Path> file = files.file(kind, id.value(), Map.of());
        if (file.isEmpty() || !Files.exists(file.get())) return Optional.empty();
        var source = new BlockSource(file, Optional.empty(), Optional.empty());
        var options = new BlockOptions(Map.of(), Optional.empty(), Optional.empty(), Map.of());
        return Optional.of(new Block(id, id.value(), kind, List.of(owner.id()), source, options));
    }
}
