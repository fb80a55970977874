package io.pipewright.app.live;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One run with its block runs as they stand now.
///
/// Thread: the FX thread only.
public final class LiveRun {

    private final ObjectProperty<PipelineRun> run;
    private final ObservableList<BlockRun> blockRuns = FXCollections.observableArrayList();
    private final ObservableList<BlockRun> shownBlockRuns =
            FXCollections.unmodifiableObservableList(blockRuns);

    LiveRun(PipelineRun run) {
        this.run = new SimpleObjectProperty<>(run);
    }

    public RunId id() {
        return run.get().id();
    }

    public PipelineRun run() {
        return run.get();
    }

    public ReadOnlyObjectProperty<PipelineRun> runProperty() {
        return run;
    }

    /// The newest attempt of each block, in pipeline order; empty before it was read.
    public ObservableList<BlockRun> blockRuns() {
        return shownBlockRuns;
    }

    public ShownState shown() {
        return ShownState.of(run().state());
    }

    public boolean isActive() {
        return !run().state().isFinal();
    }

    /// How many have their work behind them: completed, or skipped by a condition.
    public long blocksDone() {
        return blockRuns.stream()
                .map(BlockRun::state)
                .filter(
                        state ->
                                state instanceof BlockRunState.Completed
                                        || state instanceof BlockRunState.ConditionFailed)
                .count();
    }

    public Optional<Duration> took(Instant now) {
        PipelineRunState state = run().state();
        return state.started().map(started -> Duration.between(started, state.ended().orElse(now)));
    }

    void offer(PipelineRun candidate) {
        if (rank(candidate.state()) >= rank(run().state())) run.set(candidate);
    }

    void offer(List<BlockRun> candidates) {
        candidates.forEach(this::offer);
    }

    void offer(BlockRun candidate) {
        for (int at = 0; at < blockRuns.size(); at++) {
            BlockRun known = blockRuns.get(at);
            if (!known.key().blockRunUuid().equals(candidate.key().blockRunUuid())) continue;
            if (BlockRunOrder.isLater(candidate, known)) blockRuns.set(at, candidate);
            return;
        }
        blockRuns.add(candidate);
    }

    private static int rank(PipelineRunState state) {
        return switch (state) {
            case PipelineRunState.Initial _ -> 0;
            case PipelineRunState.Running _ -> 1;
            case PipelineRunState.Completed _,
                    PipelineRunState.Failed _,
                    PipelineRunState.Cancelled _ ->
                    2;
        };
    }
}
