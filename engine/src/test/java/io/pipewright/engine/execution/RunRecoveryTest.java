package io.pipewright.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunRules;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.MemoryRunStore;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunEvent;
import io.pipewright.engine.run.PipelineRunRules;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunChange;
import io.pipewright.engine.run.Runs;
import io.pipewright.engine.variable.OutputLayout;
import io.pipewright.engine.variable.OutputPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecoveryTest {

    private static final Instant LATER = Runs.NOON.plusSeconds(60);

    @TempDir Path folder;

    private final MemoryRunStore store = new MemoryRunStore();
    private OutputLayout layout;
    private RunRecovery recovery;
    private PipelineRun run;

    @BeforeEach
    void leaveARunWhoseFirstBlockRuns() {
        layout = new OutputLayout(folder);
        recovery = new RunRecovery(store, new OutputPublisher(layout, folder.resolve("state")));
        run = store.accept(Runs.newRun("daily"));
        var started = PipelineRunRules.next(run, new PipelineRunEvent.Started(Runs.NOON));
        BlockRun queued =
                BlockRunRules.next(
                        store.blockRuns(run.id()).getFirst(),
                        new BlockRunEvent.Admitted(Runs.NOON));
        BlockRun running = BlockRunRules.next(queued, new BlockRunEvent.Started(Runs.NOON));
        store.record(
                List.of(
                        new RunChange.RunMoved(run.id(), started.state()),
                        new RunChange.BlockRunMoved(queued),
                        new RunChange.BlockRunMoved(running)));
    }

    @Test
    void failsARunThatAKilledEngineLeft() {
        List<PipelineRun> ended = recovery.endLeftovers(LATER);

        assertEquals(List.of(run.id()), ended.stream().map(PipelineRun::id).toList());
        assertEquals(
                new PipelineRunState.Failed(Optional.of(Runs.NOON), LATER, "the engine was killed"),
                store.run(run.id()).orElseThrow().state());
    }

    @Test
    void failsTheBlockThatRanAndCancelsTheOneThatHadNotBegun() {
        recovery.endLeftovers(LATER);

        List<BlockRun> blocks = store.blockRuns(run.id());
        var failed = assertInstanceOf(BlockRunState.Failed.class, blocks.getFirst().state());
        assertEquals(
                "The engine was killed while this block ran. Run it again.",
                failed.error().message());
        var cancelled = assertInstanceOf(BlockRunState.Cancelled.class, blocks.getLast().state());
        assertEquals("the engine was killed", cancelled.reason());
    }

    @Test
    void takesBackOutputsThatWereNeverRecordedAsCompleted() throws IOException {
        Path output =
                layout.blockFolder(
                                run.pipeline(),
                                run.origin().partition(),
                                store.blockRuns(run.id()).getFirst().block())
                        .resolve("output_0");
        Files.createDirectories(output);

        recovery.endLeftovers(LATER);

        assertFalse(Files.exists(output));
    }

    @Test
    void leavesRunsThatHadEndedAsTheyAre() {
        recovery.endLeftovers(LATER);

        assertEquals(List.of(), recovery.endLeftovers(LATER.plusSeconds(60)));
        assertEquals(Optional.of(LATER), store.run(run.id()).orElseThrow().state().ended());
    }
}
