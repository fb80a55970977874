package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.DynamicBlocks.Supply;
import io.pipewright.engine.run.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamicBlocksTest {

    private static final Map<String, Object> DYNAMIC = Map.of("dynamic", true);
    private static final Map<String, Object> REDUCING = Map.of("reduce_output", true);

    private static Block block(String id, Map<String, Object> configuration, String... upstream) {
        return Runs.configured(Runs.block(id, upstream), "python", configuration);
    }

    /// What the last block is supplied with.
    private static List<Supply> supplies(Block... blocks) {
        return new DynamicBlocks(Runs.pipeline("daily", blocks))
                .supplies(blocks[blocks.length - 1]);
    }

    @Test
    void ordinaryBlocksHandOnAllTheyStored() {
        assertEquals(
                List.of(Supply.WHOLE), supplies(Runs.block("load"), Runs.block("clean", "load")));
    }

    @Test
    void aDynamicBlockHandsOnItsItems() {
        assertEquals(
                List.of(Supply.ITEM, Supply.WHOLE),
                supplies(
                        block("cities", DYNAMIC),
                        Runs.block("rates"),
                        Runs.block("fetch", "cities", "rates")));
    }

    @Test
    void aChildHandsOnChildByChild() {
        assertEquals(
                List.of(Supply.CHILD),
                supplies(
                        block("cities", DYNAMIC),
                        Runs.block("fetch", "cities"),
                        Runs.block("clean", "fetch")));
    }

    @Test
    void aChildThatIsDynamicItselfHandsOnTheItemsOfEachChild() {
        assertEquals(
                List.of(Supply.ITEM_OF_CHILD),
                supplies(
                        block("countries", DYNAMIC),
                        block("cities", DYNAMIC, "countries"),
                        Runs.block("fetch", "cities")));
    }

    @Test
    void aReducingChildHandsOnAllItsChildrenAndEndsTheFanOut() {
        Block fetch = block("fetch", REDUCING, "cities");
        Block report = Runs.block("report", "fetch");
        var dynamic =
                new DynamicBlocks(Runs.pipeline("daily", block("cities", DYNAMIC), fetch, report));

        assertEquals(List.of(Supply.REDUCED), dynamic.supplies(report));
        assertEquals(List.of(Supply.ITEM), dynamic.supplies(fetch));
        assertEquals(true, dynamic.getsParts(report));
    }

    @Test
    void reduceOutputMeansNothingWithoutADynamicBlock() {
        assertEquals(
                List.of(Supply.WHOLE),
                supplies(block("load", REDUCING), Runs.block("clean", "load")));
    }
}
