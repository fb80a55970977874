package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.editing.FileBlocks.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ways along the edges of a pipeline file.
final class Ways {

    private final FileBlocks blocks;

    Ways(FileBlocks blocks) {
        this.blocks = blocks;
    }

    /// The shortest way in the direction of the data, both ends included; empty if there is none.
    List<BlockId> find(BlockId from, BlockId to) {
        Map<BlockId, BlockId> next = new HashMap<>(Map.of(to, to));
        Deque<BlockId> open = new ArrayDeque<>(List.of(to));
        while (!open.isEmpty() && !next.containsKey(from)) {
            BlockId at = open.remove();
            for (BlockId source : upstream(at)) {
                if (next.putIfAbsent(source, at) == null) open.add(source);
            }
        }
        return next.containsKey(from) ? follow(from, to, next) : List.of();
    }

    private List<BlockId> upstream(BlockId block) {
        List<String> names =
                blocks.find(block)
                        .filter(Entry::isInGraph)
                        .map(entry -> entry.names(EdgeSteps.UP))
                        .orElse(List.of());
        return names.stream().map(BlockId::new).toList();
    }

    private static List<BlockId> follow(BlockId from, BlockId to, Map<BlockId, BlockId> next) {
        List<BlockId> way = new ArrayList<>(List.of(from));
        while (!way.getLast().equals(to)) way.add(next.getOrDefault(way.getLast(), to));
        return way;
    }
}
