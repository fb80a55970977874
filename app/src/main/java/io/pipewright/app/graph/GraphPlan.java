package io.pipewright.app.graph;

import io.pipewright.engine.project.BlockId;
import java.util.List;
import java.util.Map;

/// Where everything of a graph is drawn. Units: pixels from the top left corner at zoom 1.
///
/// @param nodes the top left corner of each node
/// @param edges each from its source's lower side to its target's upper side
record GraphPlan(Map<BlockId, Point> nodes, List<Edge> edges, double width, double height) {

    static final GraphPlan NOTHING = new GraphPlan(Map.of(), List.of(), 0, 0);

    GraphPlan {
        nodes = Map.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    record Point(double x, double y) {}

    /// @param points at least two; horizontal and vertical lines between them
    record Edge(BlockId from, BlockId to, List<Point> points) {}
}
