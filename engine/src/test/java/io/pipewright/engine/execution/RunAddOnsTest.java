package io.pipewright.engine.execution;

import static io.pipewright.engine.run.Runs.block;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.RetryPolicy;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sensors, conditionals and callbacks of a run, and runs whose blocks may fail.
class RunAddOnsTest {

    private static final RetryPolicy TWICE =
            new RetryPolicy(2, Duration.ofSeconds(10), Duration.ofSeconds(60), false);

    @TempDir Path folder;

    private Optional<SteppedLoop> open = Optional.empty();

    private SteppedLoop loop(int concurrency) {
        var loop = new SteppedLoop(folder, concurrency);
        open = Optional.of(loop);
        return loop;
    }

    @AfterEach
    void close() {
        open.ifPresent(SteppedLoop::close);
    }

    private static Block conditional(String id, String parent) {
        return Runs.blockOf("conditional", id, parent);
    }

    private static Block callback(String id, String parent) {
        return Runs.blockOf("callback", id, parent);
    }

    @Test
    void aSensorThatSaysNoGivesItsPlaceToOthersAndIsAskedAgainAfterAMinute() {
        SteppedLoop loop = loop(1);
        RunId run =
                loop.start(Runs.blockOf("sensor", "ready"), block("load", "ready"), block("other"));

        loop.kernels.answers("ready", false);
        assertEquals(List.of("other"), loop.kernels.running());
        loop.kernels.completes("other");
        loop.advance(Duration.ofSeconds(59));
        assertEquals(List.of(), loop.kernels.running());
        assertEquals("running", loop.blockStates(run).get("ready"));

        loop.advance(Duration.ofSeconds(1));
        loop.kernels.answers("ready", true);
        loop.kernels.completes("load");

        assertEquals("completed", loop.stateOf(run).word());
        assertEquals(1, loop.attempts(run, "ready").size());
    }

    @Test
    void cancellingEndsASensorThatWaitsAtOnce() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(Runs.blockOf("sensor", "ready"), block("load", "ready"));
        loop.kernels.answers("ready", false);

        loop.cancel(run);

        assertEquals("cancelled", loop.stateOf(run).word());
        loop.advance(Duration.ofMinutes(2));
        assertEquals(List.of(), loop.kernels.running());
    }

    @Test
    void aConditionThatSaysNoEndsItsBlockAndAllAfterItButNotTheRun() {
        SteppedLoop loop = loop(20);
        RunId run =
                loop.startWith(
                        conditional("weekend", "clean"),
                        RetryPolicy.NONE,
                        block("load"),
                        block("clean", "load"),
                        block("report", "clean"));
        loop.kernels.completes("load");

        loop.kernels.answers("weekend", false);

        assertEquals(
                Map.of(
                        "load", "completed",
                        "clean", "condition_failed",
                        "report", "condition_failed"),
                loop.blockStates(run));
        assertEquals("completed", loop.stateOf(run).word());
    }

    @Test
    void aConditionThatSaysYesLetsItsBlockRun() {
        SteppedLoop loop = loop(20);
        RunId run = loop.startWith(conditional("weekend", "load"), TWICE, block("load"));

        loop.kernels.answers("weekend", true);
        loop.kernels.completes("load");

        assertEquals(Map.of("load", "completed"), loop.blockStates(run));
    }

    @Test
    void aConditionThatCannotBeAskedSaysNo() {
        SteppedLoop loop = loop(20);
        RunId run = loop.startWith(conditional("weekend", "load"), TWICE, block("load"));

        loop.kernels.fails("weekend");

        assertEquals(Map.of("load", "condition_failed"), loop.blockStates(run));
    }

    @Test
    void aCallbackRunsBesideTheNextBlocksAndTheRunEndsAfterIt() {
        SteppedLoop loop = loop(20);
        RunId run =
                loop.startWith(
                        callback("tell", "load"),
                        RetryPolicy.NONE,
                        block("load"),
                        block("clean", "load"));

        loop.kernels.completes("load");
        assertEquals(List.of("clean", "tell"), loop.kernels.running());
        loop.kernels.completes("clean");
        assertEquals("running", loop.stateOf(run).word());
        loop.kernels.completes("tell");

        assertEquals("completed", loop.stateOf(run).word());
    }

    @Test
    void aCallbackThatFailsChangesNothing() {
        SteppedLoop loop = loop(20);
        RunId run = loop.startWith(callback("tell", "load"), RetryPolicy.NONE, block("load"));
        loop.kernels.completes("load");

        loop.kernels.fails("tell");

        assertEquals("completed", loop.stateOf(run).word());
    }

    @Test
    void aFailureIsToldToCallbacksOnceAllAttemptsAreUsedUp() {
        SteppedLoop loop = loop(20);
        RunId run = loop.startWith(callback("tell", "load"), TWICE, block("load"));

        loop.kernels.fails("load");
        assertEquals(List.of(), loop.kernels.running());
        loop.advance(Duration.ofSeconds(10));
        loop.kernels.fails("load");
        assertEquals(List.of("tell"), loop.kernels.running());
        loop.kernels.completes("tell");

        assertEquals("failed", loop.stateOf(run).word());
    }

    @Test
    void callbacksHearOfACancellationAndASecondOneEndsThemToo() {
        SteppedLoop loop = loop(20);
        RunId run = loop.startWith(callback("tell", "load"), RetryPolicy.NONE, block("load"));

        loop.cancel(run);
        assertEquals(List.of("tell"), loop.kernels.running());
        assertEquals("running", loop.stateOf(run).word());
        loop.cancel(run);

        assertEquals("cancelled", loop.stateOf(run).word());
    }

    @Test
    void inARunThatMayFailWhatDoesNotDependOnAFailedBlockGoesOn() {
        SteppedLoop loop = loop(20);
        RunId run =
                loop.startThatMayFail(
                        block("load"),
                        block("clean", "load"),
                        block("report", "clean"),
                        block("other"),
                        block("more", "other"));

        loop.kernels.fails("load");
        loop.kernels.completes("other");
        loop.kernels.completes("more");

        assertEquals(
                Map.of(
                        "load", "failed",
                        "clean", "upstream_failed",
                        "report", "upstream_failed",
                        "other", "completed",
                        "more", "completed"),
                loop.blockStates(run));
        assertEquals("failed", loop.stateOf(run).word());
    }
}
