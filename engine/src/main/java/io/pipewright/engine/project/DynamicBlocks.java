package io.pipewright.engine.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which blocks of a pipeline are dynamic, which are run once for each item of a dynamic one, and what their upstreams give them.
///
/// A block with `dynamic: true` gives its items one by one to the blocks after it. These are fanned out into children, and so are the
/// blocks after them, until one with `reduce_output: true` gives all its children's outputs as one list.
public final class DynamicBlocks {

    private static final String DYNAMIC = "dynamic";
    private static final String REDUCE = "reduce_output";

    private final Pipeline pipeline;

    public DynamicBlocks(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /// What an upstream hands on.
    public enum Supply {
        /// All it stored.
        WHOLE,
        /// One of its items.
        ITEM,
        /// What one of its children stored.
        CHILD,
        /// One of the items of one of its children.
        ITEM_OF_CHILD,
        /// What all its children stored, as one list.
        REDUCED;

        /// Whether a block that is supplied so is fanned out.
        public boolean fansOut() {
            return switch (this) {
                case ITEM, CHILD, ITEM_OF_CHILD -> true;
                case WHOLE, REDUCED -> false;
            };
        }
    }

    /// One for each upstream of the block, in its order.
    public List<Supply> supplies(Block block) {
        return supplies(block, new HashSet<>());
    }

    /// Whether the block gets items of a dynamic one, or what was made of them.
    public boolean getsParts(Block block) {
        return supplies(block).stream().anyMatch(supply -> supply != Supply.WHOLE);
    }

    /// Whether the block's items go one by one to the blocks after it.
    public static boolean isDynamic(Block block) {
        return isSet(block, DYNAMIC);
    }

    /// @param onTheWay blocks whose upstreams are being looked at: a circle must not be followed
    private List<Supply> supplies(Block block, Set<BlockId> onTheWay) {
        if (!onTheWay.add(block.id())) return List.of();
        List<Supply> supplies =
                block.upstream().stream()
                        .map(upstream -> supply(pipeline.block(upstream), onTheWay))
                        .toList();
        onTheWay.remove(block.id());
        return supplies;
    }

    private Supply supply(Optional<Block> found, Set<BlockId> onTheWay) {
        if (found.isEmpty()) return Supply.WHOLE;
        Block upstream = found.get();
        boolean fannedOut = supplies(upstream, onTheWay).stream().anyMatch(Supply::fansOut);
        if (fannedOut && isSet(upstream, REDUCE)) return Supply.REDUCED;
        if (fannedOut) return isDynamic(upstream) ? Supply.ITEM_OF_CHILD : Supply.CHILD;
        return isDynamic(upstream) ? Supply.ITEM : Supply.WHOLE;
    }

    private static boolean isSet(Block block, String key) {
        return Boolean.TRUE.equals(block.options().configuration().get(key));
    }
}
