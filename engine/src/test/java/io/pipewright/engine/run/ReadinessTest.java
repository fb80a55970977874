package io.pipewright.engine.run;

import static io.pipewright.engine.run.Runs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRunState.Completed;
import io.pipewright.engine.run.BlockRunState.ConditionFailed;
import io.pipewright.engine.run.BlockRunState.Failed;
import io.pipewright.engine.run.BlockRunState.Initial;
import io.pipewright.engine.run.BlockRunState.Running;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final BlockId LOAD = new BlockId("load");
    private static final BlockId ENRICH = new BlockId("enrich");
    private static final BlockRunState DONE = new Completed(NOON, NOON, BlockOutcome.NONE);
    private static final BlockRunState BROKEN =
            new Failed(Optional.empty(), NOON, BlockError.of("E", "e"), BlockOutcome.NONE);

    private static final PlannedBlock REPORT =
            Runs.plan(
                            Runs.pipeline(
                                    "daily",
                                    Runs.block("load"),
                                    Runs.block("enrich"),
                                    Runs.block("report", "load", "enrich")))
                    .blocks()
                    .getLast();

    @Test
    void isReadyWhenEveryUpstreamCompleted() {
        assertEquals(new Readiness.Ready(), readiness(DONE, DONE));
    }

    @Test
    void waitsForTheUpstreamsThatAreNotThereYet() {
        assertEquals(
                new Readiness.Waits(new WaitReason.Upstreams(List.of(LOAD, ENRICH))),
                readiness(new Initial(), new Running(NOON)));
        assertEquals(
                new Readiness.Waits(new WaitReason.Upstreams(List.of(ENRICH))),
                readiness(DONE, new Running(NOON)));
    }

    @Test
    void endsAtOnceWhenAnUpstreamFailed() {
        assertEquals(
                new Readiness.Never(new BlockRunEvent.UpstreamBroke(NOON, ENRICH)),
                readiness(new Running(NOON), BROKEN));
    }

    @Test
    void endsWithItsUpstreamsCondition() {
        assertEquals(
                new Readiness.Never(new BlockRunEvent.ConditionRefused(NOON)),
                readiness(new ConditionFailed(NOON), DONE));
    }

    private static Readiness readiness(BlockRunState load, BlockRunState enrich) {
        return Readiness.of(REPORT, Map.of(LOAD, load, ENRICH, enrich), NOON);
    }
}
