package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PipelineGraphTest {

    @Test
    void ordersUpstreamsFirstAndOtherwiseAsInTheFile() {
        var graph = graph("d:b,c", "b:a", "c:a", "a", "alone");

        assertEquals(ids("a", "b", "c", "d", "alone"), graph.order());
    }

    @Test
    void keepsTheOrderOfArguments() {
        assertEquals(ids("c", "a"), List.copyOf(graph("a", "b", "c", "d:c,a,c").upstream(id("d"))));
    }

    @Test
    void reachesEverythingAboveAndBelowNearestFirst() {
        var graph = graph("a", "b:a", "c:b", "d:b,a", "e");

        assertEquals(ids("b", "a"), List.copyOf(graph.allUpstream(id("d"))));
        assertEquals(ids("b", "d", "c"), List.copyOf(graph.allDownstream(id("a"))));
        assertEquals(ids("c", "d"), List.copyOf(graph.downstream(id("b"))));
        assertEquals(List.of(), List.copyOf(graph.allDownstream(id("e"))));
    }

    @Test
    void namesACycleInTheDirectionOfTheDataFromItsFirstBlockInTheFile() {
        assertEquals(
                Optional.of(ids("a", "b", "c", "a")), graph("x:c", "a:c", "b:a", "c:b").cycle());
        assertEquals(Optional.of(ids("a", "a")), graph("a:a").cycle());
        assertEquals(Optional.empty(), graph("a", "b:a,a").cycle());
    }

    @Test
    void leavesACycleAndWhatIsBelowItOutOfTheOrder() {
        assertEquals(ids("free"), graph("a:b", "b:a", "below:a", "free").order());
    }

    @Test
    void findsItsWayThroughAVeryLongChain() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 20_000; i++)
            blocks.add(block("b" + i + (i == 0 ? "" : ":b" + (i - 1))));
        var graph = new PipelineGraph(blocks.reversed());

        assertEquals(id("b19999"), graph.order().getLast());
        assertEquals(19_999, graph.allDownstream(id("b0")).size());
    }

    private static PipelineGraph graph(String... blocks) {
        return new PipelineGraph(Stream.of(blocks).map(PipelineGraphTest::block).toList());
    }

    /// `name:upstream,upstream`
    private static Block block(String text) {
        String[] parts = text.split(":", 2);
        List<BlockId> upstream = parts.length == 1 ? List.of() : ids(parts[1].split(",", -1));
        var source = new BlockSource(Optional.empty(), Optional.empty(), Optional.empty());
        var options = new BlockOptions(Map.of(), Optional.empty(), Optional.empty(), Map.of());
        var kind = BlockKind.of("custom", "python");
        return new Block(id(parts[0]), parts[0], kind, upstream, source, options);
    }

    private static List<BlockId> ids(String... names) {
        return Stream.of(names).map(BlockId::new).toList();
    }

    private static BlockId id(String name) {
        return new BlockId(name);
    }
}
