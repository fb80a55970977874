package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.editing.FileBlocks.Entry;
import io.pipewright.engine.project.yaml.YamlEdit;
import io.pipewright.engine.project.yaml.YamlEdit.InsertItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.SetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits of edges as steps on the file. Each edge stands in it twice: as upstream and as downstream.
///
/// Entries of lists are removed from behind, so that no step moves what a later one names.
final class EdgeSteps {

    static final String UP = "upstream_blocks";
    static final String DOWN = "downstream_blocks";

    private final FileBlocks blocks;

    EdgeSteps(FileBlocks blocks) {
        this.blocks = blocks;
    }

    List<YamlEdit> connect(Entry upstream, Entry block) {
        if (!upstream.isInGraph()) {
            throw new EditRefusedException(
                    "\"" + upstream.id() + "\" gives no data to other blocks.");
        }
        if (block.names(UP).contains(upstream.id().value())) return List.of();
        refuseCycle(upstream, block);
        List<YamlEdit> steps = new ArrayList<>();
        append(block, UP, upstream.id()).ifPresent(steps::add);
        if (block.isInGraph()) append(upstream, DOWN, block.id()).ifPresent(steps::add);
        return steps;
    }

    private void refuseCycle(Entry upstream, Entry block) {
        List<BlockId> way = new Ways(blocks).find(block.id(), upstream.id());
        if (way.isEmpty()) return;
        String names = String.join(" -> ", way.stream().map(BlockId::value).toList());
        throw new EditRefusedException(
                "That would be a cycle: " + names + " -> " + block.id() + ".");
    }

    List<YamlEdit> disconnect(BlockId upstream, Entry block) {
        List<YamlEdit> steps = new ArrayList<>(removals(block, UP, upstream));
        blocks.find(upstream).ifPresent(entry -> steps.addAll(removals(entry, DOWN, block.id())));
        return steps;
    }

    /// Takes a name out of both lists of an entry.
    static List<YamlEdit> forget(Entry entry, BlockId name) {
        List<YamlEdit> steps = new ArrayList<>(removals(entry, UP, name));
        steps.addAll(removals(entry, DOWN, name));
        return steps;
    }

    /// Writes another name in both lists of an entry.
    static List<YamlEdit> rename(Entry entry, BlockId old, BlockId name) {
        List<YamlEdit> steps = new ArrayList<>();
        for (String key : List.of(UP, DOWN)) {
            List<String> names = entry.names(key);
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).equals(old.value())) continue;
                steps.add(new SetValue(entry.path().then(key).then(i), name.value()));
            }
        }
        return steps;
    }

    static Optional<YamlEdit> append(Entry entry, String key, BlockId name) {
        List<String> names = entry.names(key);
        if (names.contains(name.value())) return Optional.empty();
        return Optional.of(new InsertItem(entry.path().then(key), names.size(), name.value()));
    }

    private static List<YamlEdit> removals(Entry entry, String key, BlockId name) {
        List<YamlEdit> steps = new ArrayList<>();
        List<String> names = entry.names(key);
        for (int i = names.size() - 1; i >= 0; i--) {
            boolean isMeant = names.get(i).equals(name.value());
            if (isMeant) steps.add(new RemoveItem(entry.path().then(key), i));
        }
        return steps;
    }
}
