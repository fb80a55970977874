package io.pipewright.engine.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Which block feeds which. Immutable.
///
/// Edges are the blocks' `upstream` lists; an upstream listed twice is one edge. All answers are in file order, nearest first where
/// said so.
public final class PipelineGraph {

    private final SequencedMap<BlockId, SequencedSet<BlockId>> upstream = new LinkedHashMap<>();
    private final Map<BlockId, SequencedSet<BlockId>> downstream = new HashMap<>();
    private final List<BlockId> order;

    public PipelineGraph(List<Block> blocks) {
        for (Block block : blocks) upstream.put(block.id(), new LinkedHashSet<>());
        for (Block block : blocks) {
            downstream.put(block.id(), new LinkedHashSet<>());
        }
        for (Block block : blocks) {
            for (BlockId source : block.upstream()) connect(source, block.id());
        }
        order = sort();
    }

    private void connect(BlockId source, BlockId target) {
        SequencedSet<BlockId> targets = downstream.get(source);
        if (targets == null) return;
        targets.add(target);
        upstream(target).add(source);
    }

    /// Every block after its upstreams; among blocks that could be next, the first in the file. Without the blocks that are in a
    /// cycle or below one.
    public List<BlockId> order() {
        return order;
    }

    /// The blocks a block reads from, in argument order.
    public SequencedSet<BlockId> upstream(BlockId block) {
        return upstream.getOrDefault(block, new LinkedHashSet<>());
    }

    /// The blocks that read from a block.
    public SequencedSet<BlockId> downstream(BlockId block) {
        return downstream.getOrDefault(block, new LinkedHashSet<>());
    }

    /// Everything a block depends on, nearest first, without itself.
    public SequencedSet<BlockId> allUpstream(BlockId block) {
        return reach(block, upstream);
    }

    /// Everything that depends on a block, nearest first, without itself.
    public SequencedSet<BlockId> allDownstream(BlockId block) {
        return reach(block, downstream);
    }

    /// A cycle, in the direction of the data, first and last block the same: `a, b, a`. Starts at the block that is first in the file.
    public Optional<List<BlockId>> cycle() {
        Set<BlockId> rest = new LinkedHashSet<>(upstream.keySet());
        order.forEach(rest::remove);
        if (rest.isEmpty()) return Optional.empty();
        SequencedSet<BlockId> path = new LinkedHashSet<>();
        BlockId at = rest.iterator().next();
        while (path.add(at)) at = firstOf(upstream(at), rest);
        return Optional.of(closed(path, at));
    }

    /// What is not in the order has an upstream that is not either.
    private static BlockId firstOf(Set<BlockId> candidates, Set<BlockId> allowed) {
        return candidates.stream().filter(allowed::contains).findFirst().orElseThrow();
    }

    /// @param path walked against the data; its part from `entry` on is the cycle
    private List<BlockId> closed(SequencedSet<BlockId> path, BlockId entry) {
        List<BlockId> all = new ArrayList<>(path);
        List<BlockId> cycle =
                new ArrayList<>(all.subList(all.indexOf(entry), all.size()).reversed());
        List<BlockId> fileOrder = new ArrayList<>(upstream.keySet());
        BlockId first = Collections.min(cycle, Comparator.comparingInt(fileOrder::indexOf));
        Collections.rotate(cycle, -cycle.indexOf(first));
        cycle.add(first);
        return List.copyOf(cycle);
    }

    private static SequencedSet<BlockId> reach(
            BlockId from, Map<BlockId, SequencedSet<BlockId>> edges) {
        SequencedSet<BlockId> reached = new LinkedHashSet<>();
        Deque<BlockId> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            for (BlockId block : edges.getOrDefault(next.remove(), new LinkedHashSet<>())) {
                if (!block.equals(from) && reached.add(block)) next.add(block);
            }
        }
        return reached;
    }

    /// Source: Kahn 1962, with the file's order as priority.
    private List<BlockId> sort() {
        List<BlockId> fileOrder = List.copyOf(upstream.keySet());
        Map<BlockId, Set<BlockId>> waiting = new HashMap<>();
        var ready = new PriorityQueue<Integer>();
        for (int at = 0; at < fileOrder.size(); at++) {
            BlockId block = fileOrder.get(at);
            waiting.put(block, new HashSet<>(upstream(block)));
            if (upstream(block).isEmpty()) ready.add(at);
        }
        Map<BlockId, Integer> positions = positions(fileOrder);
        List<BlockId> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            BlockId block = fileOrder.get(ready.remove());
            sorted.add(block);
            for (BlockId target : downstream(block)) {
                Set<BlockId> sources = waiting.getOrDefault(target, Set.of());
                if (sources.remove(block) && sources.isEmpty()) {
                    ready.add(positions.getOrDefault(target, 0));
                }
            }
        }
        return List.copyOf(sorted);
    }

    private static Map<BlockId, Integer> positions(List<BlockId> blocks) {
        Map<BlockId, Integer> positions = new HashMap<>();
        for (BlockId block : blocks) positions.put(block, positions.size());
        return positions;
    }
}
