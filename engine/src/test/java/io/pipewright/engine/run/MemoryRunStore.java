package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs in memory, for tests. Passes the same contract as the store that lasts.
///
/// Thread: any.
public final class MemoryRunStore implements RunStore {

    private TreeMap<Long, PipelineRun> runs = new TreeMap<>();
    private LinkedHashMap<BlockRunKey, BlockRun> blockRuns = new LinkedHashMap<>();
    private final Map<RunId, RunPlan> plans = new HashMap<>();
    private final Map<PipelineId, Long> manualTriggers = new HashMap<>();

    @Override
    public synchronized PipelineRun accept(NewRun run) {
        var accepted = run.accepted(new RunId(runs.size() + 1L));
        runs.put(accepted.id().value(), accepted);
        plans.put(accepted.id(), run.plan());
        run.plan().firstAttempts(accepted.id()).forEach(first -> blockRuns.put(first.key(), first));
        return accepted;
    }

    @Override
    public synchronized void record(List<RunChange> changes) {
        var runsBefore = new TreeMap<>(runs);
        var blockRunsBefore = new LinkedHashMap<>(blockRuns);
        try {
            changes.forEach(this::apply);
        } catch (IllegalStateMoveException e) {
            runs = runsBefore;
            blockRuns = blockRunsBefore;
            throw e;
        }
    }

    private void apply(RunChange change) {
        switch (change) {
            case RunChange.RunMoved(var run, var state) -> moveRun(run, state);
            case RunChange.BlockRunMoved(var blockRun) -> moveBlockRun(blockRun);
        }
    }

    private void moveRun(RunId id, PipelineRunState state) {
        PipelineRun run = runs.get(id.value());
        if (run == null || run.state().isFinal()) throw refused("run " + id);
        runs.put(id.value(), run.with(state));
    }

    private void moveBlockRun(BlockRun blockRun) {
        BlockRun before = blockRuns.get(blockRun.key());
        boolean isThere = before != null && !before.state().isFinal();
        boolean isLegal =
                switch (blockRun.state()) {
                    case BlockRunState.Initial _ -> before == null;
                    case BlockRunState.Queued _, BlockRunState.Running _ ->
                            isThere && goesOn(blockRun);
                    case BlockRunState.Completed _,
                            BlockRunState.Failed _,
                            BlockRunState.Cancelled _,
                            BlockRunState.UpstreamFailed _,
                            BlockRunState.ConditionFailed _ ->
                            isThere;
                };
        if (!isLegal || run(blockRun.key().run()).isEmpty()) {
            throw refused(IllegalStateMoveException.name(blockRun.key()));
        }
        blockRuns.put(blockRun.key(), blockRun);
    }

    private boolean goesOn(BlockRun blockRun) {
        return run(blockRun.key().run()).filter(run -> !run.state().isFinal()).isPresent();
    }

    private static IllegalStateMoveException refused(String what) {
        return new IllegalStateMoveException("Cannot record " + what);
    }

    @Override
    public synchronized Optional<PipelineRun> run(RunId run) {
        return Optional.ofNullable(runs.get(run.value()));
    }

    @Override
    public synchronized Optional<RunPlan> plan(RunId run) {
        return Optional.ofNullable(plans.get(run));
    }

    @Override
    public synchronized List<PipelineRun> runs(
            Optional<PipelineId> pipeline, Optional<RunId> before, int limit) {
        return runs.descendingMap().values().stream()
                .filter(run -> pipeline.isEmpty() || run.pipeline().equals(pipeline.get()))
                .filter(run -> before.isEmpty() || run.id().value() < before.get().value())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<BlockRun> blockRuns(RunId run) {
        var newest = new LinkedHashMap<String, BlockRun>();
        of(run).forEach(blockRun -> newest.put(blockRun.key().blockRunUuid(), blockRun));
        return List.copyOf(newest.values());
    }

    @Override
    public synchronized List<BlockRun> attempts(RunId run, String blockRunUuid) {
        return of(run).filter(blockRun -> blockRun.key().blockRunUuid().equals(blockRunUuid))
                .sorted(Comparator.comparingInt(blockRun -> blockRun.key().attempt()))
                .toList();
    }

    @Override
    public synchronized List<PipelineRun> unfinished() {
        return runs.values().stream().filter(run -> !run.state().isFinal()).toList();
    }

    @Override
    public synchronized long manualTrigger(PipelineId pipeline) {
        return manualTriggers.computeIfAbsent(pipeline, _ -> manualTriggers.size() + 1L);
    }

    @Override
    public synchronized Optional<BlockRun> newestCompleted(PipelineId pipeline, BlockId block) {
        return completed(pipeline, block).findFirst();
    }

    @Override
    public synchronized Optional<Duration> usualDuration(PipelineId pipeline, BlockId block) {
        var durations =
                completed(pipeline, block)
                        .limit(10)
                        .map(
                                run ->
                                        Duration.between(
                                                run.state().started().orElseThrow(),
                                                run.state().ended().orElseThrow()))
                        .sorted()
                        .toList();
        return durations.isEmpty()
                ? Optional.empty()
                : Optional.of(durations.get(durations.size() / 2));
    }

    private Stream<BlockRun> completed(PipelineId pipeline, BlockId block) {
        var newestFirst = new ArrayList<>(blockRuns.values()).reversed().stream();
        return newestFirst
                .filter(blockRun -> blockRun.state() instanceof BlockRunState.Completed)
                .filter(blockRun -> blockRun.block().equals(block))
                .filter(
                        blockRun ->
                                run(blockRun.key().run())
                                        .filter(run -> run.pipeline().equals(pipeline))
                                        .isPresent())
                .sorted(
                        Comparator.comparingLong(
                                        (BlockRun blockRun) -> blockRun.key().run().value())
                                .reversed());
    }

    private Stream<BlockRun> of(RunId run) {
        return blockRuns.values().stream().filter(blockRun -> blockRun.key().run().equals(run));
    }
}
