package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What happened: runs and block runs, kept over the end of the process.
///
/// A final state never changes. Every write returns when it survives a killed process; `accept` and a final run state also survive
/// a power cut. A caller may be interrupted: the write still happens, and the interrupt stays set.
/// Thread: any; blocks. Every method throws an unchecked exception that says what could not be kept or read when the disk
/// is full or the store is closed.
public interface RunStore {

    /// Keeps a new run and the first attempt of each of its block runs, all in their initial states.
    PipelineRun accept(NewRun run);

    /// Keeps all changes, in order, or none.
    ///
    /// The files that a final run state speaks of are synced by the caller before.
    ///
    /// @throws IllegalStateMoveException if one of them would change a final state, or the run or block run is not there
    void record(List<RunChange> changes);

    default void move(RunId run, PipelineRunState state) {
        record(List.of(new RunChange.RunMoved(run, state)));
    }

    default void move(BlockRun blockRun) {
        record(List.of(new RunChange.BlockRunMoved(blockRun)));
    }

    Optional<PipelineRun> run(RunId run);

    /// What an accepted run executes; empty if there is no such run.
    Optional<RunPlan> plan(RunId run);

    /// Newest first.
    ///
    /// @param pipeline of this one; of all if empty
    /// @param before only older ones: the last of the page before
    List<PipelineRun> runs(Optional<PipelineId> pipeline, Optional<RunId> before, int limit);

    /// The newest attempt of each block, in the order in which their first attempts were recorded.
    List<BlockRun> blockRuns(RunId run);

    /// Every attempt of one block, the first one first.
    List<BlockRun> attempts(RunId run, String blockRunUuid);

    /// Runs that have not ended, oldest first.
    List<PipelineRun> unfinished();

    /// The id of the pipeline's hidden trigger "Manual", made at the first call.
    long manualTrigger(PipelineId pipeline);

    /// The completed block run of the newest run that has one: its outputs are the block's newest.
    Optional<BlockRun> newestCompleted(PipelineId pipeline, BlockId block);

    /// How long the block usually runs: the median of its last ten completed block runs.
    Optional<Duration> usualDuration(PipelineId pipeline, BlockId block);
}
