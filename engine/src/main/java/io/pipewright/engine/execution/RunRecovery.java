package io.pipewright.engine.execution;

import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunRules;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunEvent;
import io.pipewright.engine.run.PipelineRunRules;
import io.pipewright.engine.run.RunChange;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.variable.OutputPublisher;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what an earlier engine left unfinished because it was killed, and takes back outputs whose block run was never recorded as
/// completed. Called once, before anything runs; the workers of the earlier
/// engine are ended before.
public final class RunRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecovery.class);
    private static final String REASON = "the engine was killed";

    private final RunStore store;
    private final OutputPublisher publisher;

    public RunRecovery(RunStore store, OutputPublisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /// @param now when they are ended
    /// @return the runs that were ended
    public List<PipelineRun> endLeftovers(Instant now) {
        List<PipelineRun> unfinished = store.unfinished();
        unfinished.forEach(run -> end(run, now));
        return unfinished;
    }

    private void end(PipelineRun run, Instant now) {
        var changes = new ArrayList<RunChange>();
        for (BlockRun blockRun : store.blockRuns(run.id())) {
            if (blockRun.state() instanceof BlockRunState.Running) takeBack(run, blockRun);
            ending(blockRun.state(), now)
                    .map(event -> BlockRunRules.next(blockRun, event))
                    .map(RunChange.BlockRunMoved::new)
                    .ifPresent(changes::add);
        }
        PipelineRun ended = PipelineRunRules.next(run, new PipelineRunEvent.Broke(now, REASON));
        changes.add(new RunChange.RunMoved(run.id(), ended.state()));
        store.record(changes);
    }

    // The engine may have died between putting the outputs in place and recording that.
    private void takeBack(PipelineRun run, BlockRun blockRun) {
        try {
            publisher.retract(run.pipeline(), run.origin().partition(), blockRun.block());
        } catch (UncheckedIOException e) {
            LOG.warn("Outputs of block {} of run {} stay behind", blockRun.block(), run.id(), e);
        }
    }

    private static Optional<BlockRunEvent> ending(BlockRunState state, Instant now) {
        return switch (state) {
            case BlockRunState.Queued _, BlockRunState.Running _ ->
                    Optional.of(
                            new BlockRunEvent.Broke(
                                    now,
                                    BlockError.of(
                                            "EngineKilled",
                                            "The engine was killed while this block ran. Run it"
                                                    + " again."),
                                    BlockOutcome.NONE));
            case BlockRunState.Initial _ -> Optional.of(new BlockRunEvent.Stopped(now, REASON));
            case BlockRunState.Completed _,
                    BlockRunState.Failed _,
                    BlockRunState.Cancelled _,
                    BlockRunState.UpstreamFailed _,
                    BlockRunState.ConditionFailed _ ->
                    Optional.empty();
        };
    }
}
