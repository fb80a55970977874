package io.pipewright.engine.execution;

import static io.pipewright.engine.run.Runs.block;
import static io.pipewright.engine.run.Runs.configured;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs with a dynamic block that gives no items.
class RunFanOutTest {

    private static final Block CITIES =
            configured(block("cities"), "python", Map.of("dynamic", true));
    private static final Block FETCH =
            configured(block("fetch", "cities"), "python", Map.of("reduce_output", true));

    @TempDir Path folder;

    private Optional<SteppedLoop> open = Optional.empty();

    private SteppedLoop loop() {
        var loop = new SteppedLoop(folder, 20);
        open = Optional.of(loop);
        return loop;
    }

    @AfterEach
    void close() {
        open.ifPresent(SteppedLoop::close);
    }

    @Test
    void noItemsMeanNoChildrenAndTheRunGoesOn() {
        SteppedLoop loop = loop();
        RunId run = loop.start(CITIES, FETCH, block("report", "fetch"));

        loop.kernels.completes("cities");
        assertEquals(List.of("report"), loop.kernels.running());
        loop.kernels.completes("report");

        assertEquals(
                Map.of("cities", "completed", "fetch", "completed", "report", "completed"),
                loop.blockStates(run));
    }

    @Test
    void aBlockThatCannotTakeWhatTheChildrenMadeIsRefused() {
        SteppedLoop loop = loop();
        RunId run =
                loop.start(CITIES, FETCH, configured(block("report", "fetch"), "sql", Map.of()));

        loop.kernels.completes("cities");

        assertEquals(List.of(), loop.kernels.running());
        assertEquals(
                Map.of("cities", "completed", "fetch", "completed", "report", "failed"),
                loop.blockStates(run));
    }
}
