package io.pipewright.app.graph;

import io.pipewright.app.graph.GraphPlan.Edge;
import io.pipewright.app.graph.GraphPlan.Point;
import io.pipewright.engine.project.BlockId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Lays a pipeline out in layers from top to bottom.
///
/// Thread: any but the FX thread: the first call loads many classes and takes most of a second.
final class GraphLayout {

    static final double NODE_WIDTH = 160;
    static final double NODE_HEIGHT = 46;
    private static final double BETWEEN_NODES = 28;
    private static final double BETWEEN_LAYERS = 28;
    private static final double MARGIN = 12;

    private GraphLayout() {}

    /// Loads what the first layout needs.
    static void warm() {
        plan(
                List.of(
                        new GraphNode(new BlockId("a"), List.of()),
                        new GraphNode(new BlockId("b"), List.of(new BlockId("a")))));
    }

    static GraphPlan plan(List<GraphNode> nodes) {
        if (nodes.isEmpty()) return GraphPlan.NOTHING;
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode graph = emptyGraph();
        var drawn = new LinkedHashMap<BlockId, ElkNode>();
        for (GraphNode node : nodes) drawn.put(node.id(), addNode(graph, node));
        Map<ElkEdge, BlockId[]> edges = addEdges(nodes, drawn);
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return read(graph, drawn, edges);
    }

    private static ElkNode emptyGraph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        // The author's order from left to right, parents over the middle of their children, one
        // line out of a block.
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(LayeredOptions.MERGE_EDGES, true);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        return graph;
    }

    private static ElkNode addNode(ElkNode graph, GraphNode node) {
        ElkNode drawn = ElkGraphUtil.createNode(graph);
        drawn.setIdentifier(node.id().value());
        drawn.setDimensions(NODE_WIDTH, NODE_HEIGHT);
        return drawn;
    }

    private static Map<ElkEdge, BlockId[]> addEdges(
            List<GraphNode> nodes, Map<BlockId, ElkNode> drawn) {
        var edges = new LinkedHashMap<ElkEdge, BlockId[]>();
        for (GraphNode node : nodes) {
            for (BlockId upstream : node.upstream()) {
                ElkNode from = drawn.get(upstream);
                ElkNode to = drawn.get(node.id());
                if (from != null && to != null)
                    edges.put(
                            ElkGraphUtil.createSimpleEdge(from, to),
                            new BlockId[] {upstream, node.id()});
            }
        }
        return edges;
    }

    private static GraphPlan read(
            ElkNode graph, Map<BlockId, ElkNode> drawn, Map<ElkEdge, BlockId[]> edges) {
        var nodes = new LinkedHashMap<BlockId, Point>();
        drawn.forEach((id, node) -> nodes.put(id, new Point(node.getX(), node.getY())));
        var lines = new ArrayList<Edge>();
        edges.forEach((edge, ends) -> lines.add(new Edge(ends[0], ends[1], points(edge))));
        return new GraphPlan(nodes, lines, graph.getWidth(), graph.getHeight());
    }

    private static List<Point> points(ElkEdge edge) {
        var points = new ArrayList<Point>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints())
                points.add(new Point(bend.getX(), bend.getY()));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
