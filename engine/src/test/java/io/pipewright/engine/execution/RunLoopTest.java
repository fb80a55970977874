package io.pipewright.engine.execution;

import static io.pipewright.engine.run.Runs.block;
import static io.pipewright.engine.run.Runs.blockOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pipewright.engine.LoggedErrors;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RetryPolicy;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLoopTest {

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

    @Test
    void releasesABlockAsSoonAsItsUpstreamsCompleted() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(block("load"), block("clean", "load"));

        assertEquals(List.of("load"), loop.kernels.running());
        loop.kernels.completes("load");
        assertEquals(List.of("clean"), loop.kernels.running());
        loop.kernels.completes("clean");

        assertEquals(new PipelineRunState.Completed(Runs.NOON, Runs.NOON), loop.stateOf(run));
    }

    @Test
    void waitsForEveryUpstream() {
        SteppedLoop loop = loop(20);
        loop.start(block("load"), block("enrich"), block("report", "load", "enrich"));

        loop.kernels.completes("load");

        assertEquals(List.of("enrich"), loop.kernels.running());
    }

    @Test
    void runsIndependentBlocksAtTheSameTime() {
        SteppedLoop loop = loop(20);
        loop.start(block("first"), block("second"), block("third"));

        assertEquals(List.of("first", "second", "third"), loop.kernels.running());
    }

    @Test
    void keepsToTheConcurrencyOfTheProjectAcrossRuns() {
        SteppedLoop loop = loop(2);
        loop.start(block("a"), block("b"), block("c"));
        loop.start(block("d"));

        assertEquals(List.of("a", "b"), loop.kernels.running());
        loop.kernels.completes("a");
        assertEquals(List.of("b", "c"), loop.kernels.running());
        loop.kernels.completes("b");
        assertEquals(List.of("c", "d"), loop.kernels.running());
    }

    @Test
    void keepsToTheLimitOfTheRun() {
        SteppedLoop loop = loop(20);
        loop.start(OptionalInt.of(1), RetryPolicy.NONE, block("a"), block("b"));

        assertEquals(List.of("a"), loop.kernels.running());
        loop.kernels.completes("a");
        assertEquals(List.of("b"), loop.kernels.running());
    }

    @Test
    void triesABrokenBlockAgainAfterItsPause() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(OptionalInt.empty(), TWICE, block("load"));

        loop.kernels.fails("load");
        loop.advance(Duration.ofSeconds(9));
        assertEquals(List.of(), loop.kernels.running());
        loop.advance(Duration.ofSeconds(1));
        assertEquals(List.of("load"), loop.kernels.running());
        loop.kernels.completes("load");

        assertEquals("completed", loop.stateOf(run).word());
        assertEquals(
                List.of("failed", "completed"),
                loop.attempts(run, "load").stream()
                        .map(BlockRun::state)
                        .map(BlockRunState::word)
                        .toList());
    }

    @Test
    void triesABlockOnceThatNeedsWhatRunsDoNotCarryOut() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(OptionalInt.empty(), TWICE, blockOf("dbt", "wait"));

        loop.advance(Duration.ofSeconds(10));

        assertEquals("failed", loop.stateOf(run).word());
        assertEquals(1, loop.attempts(run, "wait").size());
    }

    @Test
    void failsTheRunWhenTheLastAttemptBroke() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(OptionalInt.empty(), TWICE, block("load"), block("clean", "load"));

        loop.kernels.fails("load");
        loop.advance(Duration.ofSeconds(10));
        loop.kernels.fails("load");

        assertEquals("failed", loop.stateOf(run).word());
        assertEquals(Map.of("load", "failed", "clean", "cancelled"), loop.blockStates(run));
    }

    @Test
    void stopsEverythingElseWhenABlockFailed() {
        SteppedLoop loop = loop(20);
        RunId run =
                loop.start(
                        block("load"), block("other"), block("clean", "load"), block("x", "other"));

        loop.kernels.fails("load");

        assertEquals(List.of(), loop.kernels.running());
        assertEquals(
                new PipelineRunState.Failed(
                        Optional.of(Runs.NOON), Runs.NOON, "block \"load\" failed"),
                loop.stateOf(run));
        assertEquals(
                Map.of(
                        "load",
                        "failed",
                        "other",
                        "cancelled",
                        "clean",
                        "cancelled",
                        "x",
                        "cancelled"),
                loop.blockStates(run));
    }

    @Test
    void failsTheRunWhenItsOutputsCannotBeMadeDurable() {
        SteppedLoop loop = loop(20);
        loop.sync =
                _ -> {
                    throw new IllegalStateException("no such place");
                };
        RunId run = loop.start(block("load"));

        try (var errors = LoggedErrors.of(RunLoop.class)) {
            loop.kernels.completes("load");

            assertEquals(
                    List.of("Outputs could not be written through to the disk"), errors.messages());
        }
        assertEquals(
                new PipelineRunState.Failed(
                        Optional.of(Runs.NOON),
                        Runs.NOON,
                        "The outputs could not be written through to the disk:"
                                + " java.lang.IllegalStateException: no such place"),
                loop.stateOf(run));
    }

    @Test
    void cancelsWhatRunsAndWhatHasNotBegun() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(block("load"), block("clean", "load"));
        loop.kernels.awaitQuiet();

        loop.cancel(run);

        assertEquals(List.of(), loop.kernels.running());
        assertEquals(
                new PipelineRunState.Cancelled(
                        Optional.of(Runs.NOON), Runs.NOON, "cancelled by hand"),
                loop.stateOf(run));
        assertEquals(Map.of("load", "cancelled", "clean", "cancelled"), loop.blockStates(run));
    }

    @Test
    void neverStartsABlockThatWasCancelledWhileItWaitedForAPlace() {
        SteppedLoop loop = loop(1);
        loop.start(block("holds"));
        RunId waits = loop.start(block("waits"));
        loop.start(block("next"));

        loop.cancel(waits);
        assertEquals("cancelled", loop.stateOf(waits).word());
        loop.kernels.completes("holds");

        assertEquals(List.of("next"), loop.kernels.running());
    }

    @Test
    void startsNothingInARunThatEndedDuringAPause() {
        SteppedLoop loop = loop(20);
        RunId run = loop.start(OptionalInt.empty(), TWICE, block("load"));
        loop.kernels.fails("load");

        loop.cancel(run);
        loop.advance(Duration.ofMinutes(1));

        assertEquals(List.of(), loop.kernels.running());
        assertEquals("cancelled", loop.stateOf(run).word());
    }

    @Test
    void anErrorOfTheEngineEndsTheBlockAndGivesItsPlaceBack() {
        SteppedLoop loop = loop(1);
        RunId run = loop.start(block("load"));

        try (var errors = LoggedErrors.of(BlockTask.class)) {
            loop.kernels.breaks("load", new StackOverflowError());

            assertEquals(
                    List.of("Block load of run " + run + " could not be run in order"),
                    errors.messages());
        }
        assertEquals("failed", loop.stateOf(run).word());
        var failed =
                assertInstanceOf(
                        BlockRunState.Failed.class, loop.attempts(run, "load").getLast().state());
        assertEquals(
                "The engine could not run the block: java.lang.StackOverflowError",
                failed.error().message());
        loop.start(block("later"));
        assertEquals(List.of("later"), loop.kernels.running());
    }
}
