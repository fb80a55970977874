package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.DynamicBlocks.Supply;
import io.pipewright.engine.run.FanOut.Choice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final PlannedBlock BLOCK =
            new PlannedBlock(
                    Runs.block("child", "first", "second"),
                    List.of(new BlockId("first"), new BlockId("second")),
                    Optional.of("pass"),
                    RetryPolicy.NONE,
                    List.of(Supply.ITEM, Supply.ITEM),
                    Optional.empty());

    private static Choice item(int item) {
        return new Choice(Optional.empty(), OptionalInt.of(item), Optional.empty(), List.of());
    }

    private static Choice named(int item, String name) {
        return new Choice(Optional.empty(), OptionalInt.of(item), Optional.of(name), List.of());
    }

    private static List<String> ids(List<PlannedBlock> children) {
        return children.stream().map(child -> child.id().value()).toList();
    }

    @Test
    void makesOneChildForEachCombinationTheFirstUpstreamSlowest() {
        List<PlannedBlock> children =
                FanOut.children(
                        BLOCK, List.of(List.of(item(0), item(1)), List.of(item(0), item(1))));

        assertEquals(List.of("child:0", "child:1", "child:2", "child:3"), ids(children));
        assertEquals(
                List.of(
                        List.of(item(0), item(0)),
                        List.of(item(0), item(1)),
                        List.of(item(1), item(0)),
                        List.of(item(1), item(1))),
                children.stream().map(child -> child.part().orElseThrow().choices()).toList());
    }

    @Test
    void makesNoChildOfNoItems() {
        assertEquals(List.of(), FanOut.children(BLOCK, List.of(List.of(), List.of(item(0)))));
    }

    @Test
    void callsAChildAsItsParentDoesAndKeepsTheFirstOfTheSameName() {
        List<PlannedBlock> children =
                FanOut.children(
                        BLOCK,
                        List.of(
                                List.of(named(0, "north"), named(1, "south"), named(2, "north")),
                                List.of(Choice.WHOLE)));

        assertEquals(List.of("child:north", "child:south"), ids(children));
    }

    @Test
    void aChildWaitsForTheChildrenThatItIsGivenAndForThoseItsParentNames() {
        var north = new BlockId("first:north");
        var other = new BlockId("other");
        var choice =
                new Choice(Optional.of(north), OptionalInt.of(0), Optional.empty(), List.of(other));

        List<PlannedBlock> children =
                FanOut.children(BLOCK, List.of(List.of(choice), List.of(Choice.WHOLE)));

        assertEquals(List.of(north, other), children.getFirst().upstream());
    }
}
