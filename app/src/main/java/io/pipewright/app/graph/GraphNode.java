package io.pipewright.app.graph;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import java.util.List;

/// What the layout needs of a block.
///
/// @param upstream blocks that an edge comes from, in order
record GraphNode(BlockId id, List<BlockId> upstream) {

    GraphNode {
        upstream = List.copyOf(upstream);
    }

    static GraphNode of(Block block) {
        return new GraphNode(block.id(), block.upstream());
    }
}
