package io.pipewright.engine.run;

import static io.pipewright.engine.run.Runs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRunState.Cancelled;
import io.pipewright.engine.run.BlockRunState.Completed;
import io.pipewright.engine.run.BlockRunState.ConditionFailed;
import io.pipewright.engine.run.BlockRunState.Failed;
import io.pipewright.engine.run.BlockRunState.Initial;
import io.pipewright.engine.run.BlockRunState.Running;
import io.pipewright.engine.run.BlockRunState.UpstreamFailed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineRunRulesTest {

    private static final RunId RUN = new RunId(42);
    private static final BlockRun DONE =
            Runs.blockRun(RUN, "load", 1, new Completed(NOON, NOON, BlockOutcome.NONE));
    private static final BlockRun BROKEN =
            Runs.blockRun(
                    RUN,
                    "clean",
                    1,
                    new Failed(
                            Optional.of(NOON), NOON, BlockError.of("E", "e"), BlockOutcome.NONE));
    private static final BlockRun WAITING = Runs.blockRun(RUN, "report", 1, new Initial());
    private static final BlockRun BUSY = Runs.blockRun(RUN, "export", 1, new Running(NOON));

    @Test
    void goesFromInitialThroughRunningToAnEnd() {
        PipelineRun run = Runs.newRun("daily").accepted(RUN);

        PipelineRun running = PipelineRunRules.next(run, new PipelineRunEvent.Started(NOON));
        PipelineRun ended =
                PipelineRunRules.next(running, new PipelineRunEvent.Succeeded(NOON.plusSeconds(1)));

        assertEquals(new PipelineRunState.Completed(NOON, NOON.plusSeconds(1)), ended.state());
    }

    @Test
    void refusesToLeaveAnEndAndNamesTheRun() {
        PipelineRun ended =
                Runs.newRun("daily")
                        .accepted(RUN)
                        .with(new PipelineRunState.Failed(Optional.empty(), NOON, "gone"));

        var refused =
                assertThrows(
                        IllegalStateMoveException.class,
                        () -> PipelineRunRules.next(ended, new PipelineRunEvent.Started(NOON)));

        assertEquals(
                "Cannot move run 42 of pipeline \"daily\": it is failed, and then comes no Started",
                refused.getMessage());
    }

    @Test
    void completesWhenEveryBlockCompletedOrWasRefusedByItsCondition() {
        var refused = Runs.blockRun(RUN, "report", 1, new ConditionFailed(NOON));

        assertEquals(
                new RunVerdict.Complete(), PipelineRunRules.verdict(List.of(DONE, refused), false));
        assertEquals(new RunVerdict.Complete(), PipelineRunRules.verdict(List.of(), false));
    }

    @Test
    void goesOnWhileBlocksWaitOrRun() {
        assertEquals(
                new RunVerdict.GoOn(), PipelineRunRules.verdict(List.of(DONE, WAITING), false));
        assertEquals(new RunVerdict.GoOn(), PipelineRunRules.verdict(List.of(DONE, BUSY), false));
    }

    @Test
    void stopsTheOthersWhenABlockFails() {
        assertEquals(
                new RunVerdict.Stop("block \"clean\" failed", List.of(WAITING, BUSY)),
                PipelineRunRules.verdict(List.of(DONE, BROKEN, WAITING, BUSY), false));
    }

    @Test
    void failsOnceTheStoppedOnesHaveEnded() {
        var stopped = WAITING.with(new Cancelled(Optional.empty(), NOON, "block \"clean\" failed"));

        assertEquals(
                new RunVerdict.Fail("block \"clean\" failed"),
                PipelineRunRules.verdict(List.of(DONE, stopped, BROKEN), false));
    }

    @Test
    void letsIndependentBranchesRunWhenBlocksMayFail() {
        var blocked = WAITING.with(new UpstreamFailed(NOON, new BlockId("clean")));

        assertEquals(
                new RunVerdict.GoOn(),
                PipelineRunRules.verdict(List.of(DONE, BROKEN, blocked, BUSY), true));
        assertEquals(
                new RunVerdict.Fail("block \"clean\" failed"),
                PipelineRunRules.verdict(List.of(DONE, BROKEN, blocked), true));
    }

    @Test
    void isCancelledWhenItsBlocksWere() {
        var stopped = BUSY.with(new Cancelled(Optional.of(NOON), NOON, "by hand"));

        assertEquals(
                new RunVerdict.Cancel("by hand"),
                PipelineRunRules.verdict(List.of(DONE, stopped), false));
    }
}
