package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.ProjectPaths;
import io.pipewright.engine.project.editing.FileBlocks.Entry;
import io.pipewright.engine.project.editing.PipelineEdit.NewBlock;
import io.pipewright.engine.project.yaml.YamlEdit;
import io.pipewright.engine.project.yaml.YamlEdit.InsertItem;
import io.pipewright.engine.project.yaml.YamlEdit.MoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.SetValue;
import io.pipewright.engine.project.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Edits of whole blocks as steps on the file.
final class BlockSteps {

    private final FileBlocks blocks;

    BlockSteps(FileBlocks blocks) {
        this.blocks = blocks;
    }

    List<YamlEdit> add(int index, NewBlock block) {
        refuseName(block.id());
        List<YamlEdit> steps = new ArrayList<>();
        for (BlockId upstream : block.upstream()) {
            EdgeSteps.append(blocks.get(upstream), EdgeSteps.DOWN, block.id())
                    .ifPresent(steps::add);
        }
        int position = Math.clamp(index, 0, blocks.size("blocks"));
        steps.add(new InsertItem(YamlPath.of("blocks"), position, asWritten(block)));
        return steps;
    }

    private void refuseName(BlockId id) {
        if (!ProjectPaths.isNewBlockName(id.value())) {
            throw new EditRefusedException(
                    "\"%s\" cannot be a block's name: use a-z, 0-9 and _, at most 100 characters."
                            .formatted(id));
        }
        if (blocks.find(id).isPresent()) {
            throw new EditRefusedException("The pipeline already has a block \"" + id + "\".");
        }
    }

    /// The keys that Mage writes, in its order.
    private static Map<String, Object> asWritten(NewBlock block) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        map.put("all_upstream_blocks_executed", block.upstream().isEmpty());
        map.put("configuration", block.configuration());
        map.put("downstream_blocks", List.of());
        map.put("executor_type", "local_python");
        map.put("has_callback", false);
        map.put("language", block.languageWord());
        map.put("name", block.id().value());
        map.put("status", "not_executed");
        map.put("type", block.typeWord());
        map.put("upstream_blocks", block.upstream().stream().map(BlockId::value).toList());
        map.put("uuid", block.id().value());
        return map;
    }

    List<YamlEdit> remove(Entry block) {
        for (Entry other : blocks.all()) {
            if (!other.has("replicated_block", block.id().value())) continue;
            throw new EditRefusedException(
                    "Block \"%s\" uses the file of \"%s\"; remove it first."
                            .formatted(other.id(), block.id()));
        }
        List<YamlEdit> steps = new ArrayList<>();
        for (Entry other : blocks.all()) {
            if (!other.equals(block)) steps.addAll(EdgeSteps.forget(other, block.id()));
        }
        steps.add(new RemoveItem(block.list(), block.index()));
        return steps;
    }

    List<YamlEdit> move(Entry block, int index) {
        int to = Math.clamp(index, 0, blocks.size(block.section()) - 1);
        return to == block.index()
                ? List.of()
                : List.of(new MoveItem(block.list(), block.index(), to));
    }

    List<YamlEdit> rename(Entry block, BlockId name) {
        if (name.equals(block.id())) return List.of();
        refuseName(name);
        String old = block.id().value();
        List<YamlEdit> steps = new ArrayList<>();
        steps.add(new SetValue(block.path().then("uuid"), name.value()));
        if (block.has("name", old))
            steps.add(new SetValue(block.path().then("name"), name.value()));
        for (Entry entry : blocks.all()) {
            steps.addAll(EdgeSteps.rename(entry, block.id(), name));
            if (!entry.has("replicated_block", old)) continue;
            steps.add(new SetValue(entry.path().then("replicated_block"), name.value()));
        }
        return steps;
    }
}
