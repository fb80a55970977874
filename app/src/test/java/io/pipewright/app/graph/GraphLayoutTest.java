package io.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.graph.GraphPlan.Edge;
import io.pipewright.app.graph.GraphPlan.Point;
import io.pipewright.engine.project.BlockId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {

    @Test
    void drawsUpstreamsAboveAndSiblingsInTheAuthorsOrder() {
        GraphPlan plan =
                GraphLayout.plan(
                        List.of(
                                node("load"),
                                node("left", "load"),
                                node("right", "load"),
                                node("end", "left", "right")));

        Map<BlockId, Point> at = plan.nodes();
        assertEquals(
                List.of(true, true, true),
                List.of(
                        y(at, "load") < y(at, "left"),
                        y(at, "left") == y(at, "right") && x(at, "left") < x(at, "right"),
                        y(at, "right") < y(at, "end")));
    }

    @Test
    void drawsEdgesWithHorizontalAndVerticalLinesOnly() {
        GraphPlan plan = GraphLayout.plan(hundredNodes());

        assertEquals(List.of(), plan.edges().stream().filter(GraphLayoutTest::isSlanted).toList());
    }

    @Test
    void keepsAHundredNodesApart() {
        GraphPlan plan = GraphLayout.plan(hundredNodes());

        var overlaps = new ArrayList<String>();
        for (var one : plan.nodes().entrySet())
            for (var other : plan.nodes().entrySet())
                if (one.getKey().value().compareTo(other.getKey().value()) < 0
                        && overlap(one.getValue(), other.getValue()))
                    overlaps.add(one.getKey() + " and " + other.getKey());
        assertEquals(List.of(), overlaps);
    }

    @Test
    void leavesOutEdgesFromBlocksThatAreNotThere() {
        assertEquals(List.of(), GraphLayout.plan(List.of(node("alone", "gone"))).edges());
    }

    private static List<GraphNode> hundredNodes() {
        return IntStream.range(0, 100)
                .mapToObj(
                        at ->
                                at == 0
                                        ? node("n0")
                                        : node("n" + at, "n" + (at - 1) / 2, "n" + at / 3))
                .toList();
    }

    private static GraphNode node(String id, String... upstream) {
        return new GraphNode(
                new BlockId(id), Stream.of(upstream).distinct().map(BlockId::new).toList());
    }

    private static boolean isSlanted(Edge edge) {
        for (int at = 1; at < edge.points().size(); at++) {
            Point from = edge.points().get(at - 1);
            Point to = edge.points().get(at);
            if (Math.abs(from.x() - to.x()) > 0.5 && Math.abs(from.y() - to.y()) > 0.5) return true;
        }
        return false;
    }

    private static boolean overlap(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < GraphLayout.NODE_WIDTH
                && Math.abs(one.y() - other.y()) < GraphLayout.NODE_HEIGHT;
    }

    private static double x(Map<BlockId, Point> at, String id) {
        return point(at, id).x();
    }

    private static double y(Map<BlockId, Point> at, String id) {
        return point(at, id).y();
    }

    private static Point point(Map<BlockId, Point> at, String id) {
        return at.getOrDefault(new BlockId(id), new Point(-1, -1));
    }
}
