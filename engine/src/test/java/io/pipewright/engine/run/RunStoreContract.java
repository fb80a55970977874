package io.pipewright.engine.run;

import static io.pipewright.engine.run.Runs.NOON;
import static io.pipewright.engine.run.Runs.blockRun;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRunState.Cancelled;
import io.pipewright.engine.run.BlockRunState.Completed;
import io.pipewright.engine.run.BlockRunState.Failed;
import io.pipewright.engine.run.BlockRunState.Initial;
import io.pipewright.engine.run.BlockRunState.Queued;
import io.pipewright.engine.run.BlockRunState.Running;
import io.pipewright.engine.run.RunChange.BlockRunMoved;
import io.pipewright.engine.run.RunChange.RunMoved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of runs does.
public abstract class RunStoreContract {

    private static final PipelineId DAILY = new PipelineId("daily");
    private static final Instant LATER = NOON.plusSeconds(3);

    protected abstract RunStore store();

    @Test
    void keepsAnAcceptedRun() {
        PipelineRun accepted = store().accept(Runs.newRun("daily"));

        assertEquals(Optional.of(accepted), store().run(accepted.id()));
        assertEquals(new PipelineRunState.Initial(), accepted.state());
    }

    @Test
    void keepsTheFirstAttemptOfEachBlockOfAnAcceptedRun() {
        RunId run = store().accept(Runs.newRun("daily")).id();

        assertEquals(
                List.of(
                        blockRun(run, "load", 1, new Initial()),
                        blockRun(run, "clean", 1, new Initial())),
                store().blockRuns(run));
    }

    @Test
    void keepsThePlanOfARun() {
        NewRun run = Runs.newRun("daily");
        PipelineRun accepted = store().accept(run);

        assertEquals(Optional.of(run.plan()), store().plan(accepted.id()));
    }

    @Test
    void knowsNothingOfARunThatWasNeverAccepted() {
        assertEquals(Optional.empty(), store().run(new RunId(99)));
        assertEquals(Optional.empty(), store().plan(new RunId(99)));
        assertEquals(List.of(), store().blockRuns(new RunId(99)));
    }

    @Test
    void numbersRunsUpwards() {
        RunId first = store().accept(Runs.newRun("daily")).id();
        RunId second = store().accept(Runs.newRun("daily")).id();

        assertEquals(true, second.value() > first.value());
    }

    @Test
    void keepsTheStateOfARun() {
        PipelineRun run = store().accept(Runs.newRun("daily"));
        var failed = new PipelineRunState.Failed(Optional.of(NOON), LATER, "block \"load\" failed");

        store().move(run.id(), new PipelineRunState.Running(NOON));
        store().move(run.id(), failed);

        assertEquals(Optional.of(run.with(failed)), store().run(run.id()));
    }

    @Test
    void neverChangesAFinalRun() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        var cancelled = new PipelineRunState.Cancelled(Optional.empty(), NOON, "by hand");
        store().move(run, cancelled);

        assertThrows(
                IllegalStateMoveException.class,
                () -> store().move(run, new PipelineRunState.Running(LATER)));
        assertEquals(cancelled, store().run(run).orElseThrow().state());
    }

    @Test
    void refusesToMoveARunThatIsNotThere() {
        assertThrows(
                IllegalStateMoveException.class,
                () -> store().move(new RunId(99), new PipelineRunState.Running(NOON)));
        assertThrows(
                IllegalStateMoveException.class,
                () -> store().move(blockRun(new RunId(99), "load", 1, new Initial())));
    }

    @Test
    void keepsEveryStateOfABlockRun() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        var error =
                new BlockError("KeyError", "'sku'", "load.py", OptionalInt.of(12), "Traceback …");
        var states =
                List.of(
                        new Queued(NOON),
                        new Running(NOON),
                        new Failed(Optional.of(NOON), LATER, error, Runs.outcome(3)));

        for (BlockRunState state : states) {
            store().move(blockRun(run, "load", 1, state));
            assertEquals(List.of(blockRun(run, "load", 1, state)), store().attempts(run, "load"));
        }
    }

    @Test
    void keepsTheOutputsOfABlockRun() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        var completed = complete(run, "load", Runs.outcome(1461), LATER);

        assertEquals(List.of(completed), store().attempts(run, "load"));
    }

    @Test
    void neverChangesAFinalBlockRun() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        BlockRun completed = complete(run, "load", Runs.outcome(1), LATER);

        var late = completed.with(new Cancelled(Optional.of(NOON), LATER, "too late"));
        assertThrows(IllegalStateMoveException.class, () -> store().move(late));
        assertThrows(
                IllegalStateMoveException.class, () -> store().move(completed.with(new Initial())));
        assertEquals(List.of(completed), store().attempts(run, "load"));
    }

    @Test
    void refusesToMoveAnAttemptThatIsNotThere() {
        RunId run = store().accept(Runs.newRun("daily")).id();

        assertThrows(
                IllegalStateMoveException.class,
                () -> store().move(blockRun(run, "load", 2, new Running(NOON))));
    }

    @Test
    void startsNoBlockOfARunThatHasEnded() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        store().move(run, new PipelineRunState.Cancelled(Optional.empty(), NOON, "by hand"));

        assertThrows(
                IllegalStateMoveException.class,
                () -> store().move(blockRun(run, "load", 1, new Queued(NOON))));
    }

    @Test
    void showsTheNewestAttemptInTheBlocksPlace() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        var first = blockRun(run, "load", 1, new Initial());
        var other = blockRun(run, "clean", 1, new Initial());
        var second = blockRun(run, "load", 2, new Initial());
        var failed =
                first.with(
                        new Failed(
                                Optional.empty(),
                                LATER,
                                BlockError.of("WorkerKilled", "gone"),
                                BlockOutcome.NONE));

        store().record(List.of(new BlockRunMoved(failed), new BlockRunMoved(second)));

        assertEquals(List.of(second, other), store().blockRuns(run));
        assertEquals(List.of(failed, second), store().attempts(run, "load"));
    }

    @Test
    void recordsAllChangesOrNone() {
        RunId run = store().accept(Runs.newRun("daily")).id();
        var legal = new RunMoved(run, new PipelineRunState.Running(NOON));
        var illegal = new BlockRunMoved(blockRun(run, "load", 2, new Running(NOON)));

        assertThrows(
                IllegalStateMoveException.class, () -> store().record(List.of(legal, illegal)));

        assertEquals(new PipelineRunState.Initial(), store().run(run).orElseThrow().state());
    }

    @Test
    void listsRunsPageByPageFromTheNewest() {
        List<RunId> ids =
                IntStream.range(0, 5)
                        .mapToObj(_ -> store().accept(Runs.newRun("daily")).id())
                        .toList();
        store().accept(Runs.newRun("weekly"));

        var page = store().runs(Optional.of(DAILY), Optional.empty(), 2);
        var next = store().runs(Optional.of(DAILY), Optional.of(page.getLast().id()), 9);

        assertEquals(List.of(ids.get(4), ids.get(3)), page.stream().map(PipelineRun::id).toList());
        assertEquals(
                List.of(ids.get(2), ids.get(1), ids.get(0)),
                next.stream().map(PipelineRun::id).toList());
        assertEquals(6, store().runs(Optional.empty(), Optional.empty(), 10).size());
    }

    @Test
    void listsUnfinishedRunsFromTheOldest() {
        RunId initial = store().accept(Runs.newRun("daily")).id();
        RunId running = store().accept(Runs.newRun("daily")).id();
        RunId ended = store().accept(Runs.newRun("daily")).id();
        store().move(running, new PipelineRunState.Running(NOON));
        store().move(ended, new PipelineRunState.Cancelled(Optional.empty(), NOON, "by hand"));

        assertEquals(
                List.of(initial, running),
                store().unfinished().stream().map(PipelineRun::id).toList());
    }

    @Test
    void keepsOneHiddenTriggerForEachPipeline() {
        long daily = store().manualTrigger(DAILY);

        assertEquals(daily, store().manualTrigger(DAILY));
        assertNotEquals(daily, store().manualTrigger(new PipelineId("weekly")));
    }

    @Test
    void findsTheNewestCompletedBlockRun() {
        RunId old = store().accept(Runs.newRun("daily")).id();
        RunId newer = store().accept(Runs.newRun("daily")).id();
        RunId failing = store().accept(Runs.newRun("daily")).id();
        RunId foreign = store().accept(Runs.newRun("weekly")).id();
        BlockRun newest = complete(newer, "load", Runs.outcome(2), LATER);
        complete(old, "load", Runs.outcome(1), LATER);
        complete(foreign, "load", Runs.outcome(3), LATER);
        store().move(blockRun(failing, "load", 1, new Queued(NOON)));

        assertEquals(Optional.of(newest), store().newestCompleted(DAILY, new BlockId("load")));
        assertEquals(Optional.empty(), store().newestCompleted(DAILY, new BlockId("clean")));
    }

    @Test
    void tellsHowLongABlockUsuallyTakes() {
        for (int seconds : new int[] {900, 3, 2, 2, 2, 2, 2, 5, 5, 5, 5}) {
            RunId run = store().accept(Runs.newRun("daily")).id();
            complete(run, "load", BlockOutcome.NONE, NOON.plusSeconds(seconds));
        }

        assertEquals(
                Optional.of(Duration.ofSeconds(3)),
                store().usualDuration(DAILY, new BlockId("load")));
        assertEquals(Optional.empty(), store().usualDuration(DAILY, new BlockId("clean")));
    }

    @Test
    void keepsTheTypesOfVariables() {
        NewRun run = Runs.newRun("daily");
        Map<String, Object> variables =
                Map.of(
                        "since",
                        LocalDateTime.parse("2026-03-01T00:00:00"),
                        "cities",
                        List.of("Seattle", 7, true));

        PipelineRun accepted =
                store().accept(new NewRun(run.plan(), run.origin(), variables, NOON));

        assertEquals(variables, store().run(accepted.id()).orElseThrow().variables());
    }

    private BlockRun complete(RunId run, String block, BlockOutcome outcome, Instant end) {
        var completed = blockRun(run, block, 1, new Completed(NOON, end, outcome));
        store().record(
                        List.of(
                                new BlockRunMoved(completed.with(new Queued(NOON))),
                                new BlockRunMoved(completed.with(new Running(NOON))),
                                new BlockRunMoved(completed)));
        return completed;
    }
}
