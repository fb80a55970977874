package io.pipewright.engine.execution;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunRules;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunEvent;
import io.pipewright.engine.run.PipelineRunRules;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.Readiness;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run being made to happen: knows where each of its block runs stands and what to do when one of them ends.
///
/// Event-driven: the thread of an ended block tells its end and releases what waited for it.
/// Thread: any. Its lock is held while states move, never while a block runs or a disk is written.
final class ActiveRun {

    private final RunPlan plan;
    private final RunServices services;
    private final Map<BlockId, BlockRun> newest = new LinkedHashMap<>();
    private final Map<BlockId, BlockTask> tasks = new HashMap<>();
    private final Set<BlockId> pausing = new HashSet<>();
    private PipelineRun run;
    private @Nullable String stopReason;
    private boolean ending;
    private boolean prepared;

    ActiveRun(PipelineRun accepted, RunPlan plan, RunServices services) {
        this.run = accepted;
        this.plan = plan;
        this.services = services;
        plan.firstAttempts(accepted.id()).forEach(attempt -> newest.put(attempt.block(), attempt));
    }

    synchronized PipelineRun run() {
        return run;
    }

    RunPlan plan() {
        return plan;
    }

    synchronized void begin() {
        move(new PipelineRunEvent.Started(now()));
        step();
    }

    /// Ends the run: what has not begun is cancelled now, what runs when its worker has stopped.
    synchronized void cancel(String reason) {
        if (ending || stopReason != null) return;
        stopTheRest(reason);
        step();
    }

    /// A worker begins with the block.
    synchronized void started(BlockId block) {
        apply(block, new BlockRunEvent.Started(now()));
        // Not before: the workers of later blocks must not slow the first one's start.
        if (prepared) return;
        prepared = true;
        services.threads().newThread(() -> services.executor().prepare(plan)).start();
    }

    /// The block has ended; its outputs are in place.
    synchronized void ended(BlockId block, BlockRunEvent event) {
        tasks.remove(block);
        apply(block, event);
        if (event instanceof BlockRunEvent.Broke(_, var error, _) && error.mayPass())
            planRetry(block);
        step();
    }

    /// What a block of this run has stored; empty if it is no block of this run.
    synchronized Optional<BlockOutcome> outcome(BlockId block) {
        return Optional.ofNullable(newest.get(block)).map(blockRun -> blockRun.state().outcome());
    }

    private void step() {
        switch (PipelineRunRules.verdict(List.copyOf(newest.values()), false)) {
            case RunVerdict.GoOn() -> releaseReady();
            case RunVerdict.Stop(String reason, _) -> {
                if (stopTheRest(reason)) step();
            }
            case RunVerdict.Complete() -> end(new PipelineRunEvent.Succeeded(now()));
            case RunVerdict.Fail(String reason) -> end(new PipelineRunEvent.Broke(now(), reason));
            case RunVerdict.Cancel(String reason) ->
                    end(new PipelineRunEvent.Stopped(now(), reason));
        }
    }

    /// Releases blocks whose upstreams have completed, as many as `block_run_limit` leaves places for.
    private void releaseReady() {
        if (stopReason != null) return;
        int places = plan.options().blockRunLimit().orElse(Integer.MAX_VALUE) - tasks.size();
        List<PlannedBlock> ready =
                plan.blocks().stream()
                        .filter(this::isWaiting)
                        .filter(
                                block ->
                                        Readiness.of(block, states(), now())
                                                instanceof Readiness.Ready)
                        .limit(Math.max(0, places))
                        .toList();
        ready.forEach(this::release);
    }

    private boolean isWaiting(PlannedBlock block) {
        return blockRun(block.id()).state() instanceof BlockRunState.Initial
                && !pausing.contains(block.id());
    }

    private Map<BlockId, BlockRunState> states() {
        var states = new HashMap<BlockId, BlockRunState>();
        newest.forEach((block, blockRun) -> states.put(block, blockRun.state()));
        return states;
    }

    private void release(PlannedBlock block) {
        var task = new BlockTask(this, block, blockRun(block.id()).key(), services);
        tasks.put(block.id(), task);
        apply(block.id(), new BlockRunEvent.Admitted(now()));
        services.admission().ask(() -> services.threads().newThread(task).start());
    }

    /// After its pause the block gets a new attempt; the failed one stays as it is.
    private void planRetry(BlockId block) {
        if (stopReason != null) return;
        int failed = blockRun(block).key().attempt();
        PlannedBlock planned = plan.block(block).orElseThrow();
        Optional<Duration> pause = planned.retry().pauseAfter(failed);
        if (pause.isEmpty()) return;
        put(planned.attempt(run.id(), failed + 1));
        pausing.add(block);
        services.later().after(pause.get(), () -> resume(block));
    }

    private synchronized void resume(BlockId block) {
        if (pausing.remove(block)) step();
    }

    /// Tells every unfinished block run to stop, once.
    ///
    /// @return whether some of them are thereby final
    private boolean stopTheRest(String reason) {
        if (stopReason != null) return false;
        stopReason = reason;
        tasks.values().removeIf(BlockTask::withdraw);
        tasks.values().forEach(task -> task.cancel(reason));
        List<BlockId> waiting =
                newest.values().stream()
                        .filter(
                                blockRun ->
                                        !blockRun.state().isFinal()
                                                && !tasks.containsKey(blockRun.block()))
                        .map(BlockRun::block)
                        .toList();
        waiting.forEach(block -> apply(block, new BlockRunEvent.Stopped(now(), reason)));
        return !waiting.isEmpty();
    }

    /// Before anybody is told that it completed, its outputs must survive a power cut; that takes a while, so on a thread of its own.
    private void end(PipelineRunEvent event) {
        if (ending) return;
        ending = true;
        services.threads().newThread(() -> moveDurably(event)).start();
    }

    private void moveDurably(PipelineRunEvent event) {
        Optional<String> refusal = services.sync().apply(outputs());
        synchronized (this) {
            move(
                    refusal.<PipelineRunEvent>map(why -> new PipelineRunEvent.Broke(now(), why))
                            .orElse(event));
        }
        services.recorder().afterAll(() -> services.ended().accept(run().id()));
    }

    private synchronized List<OutputInfo> outputs() {
        return newest.values().stream()
                .flatMap(blockRun -> blockRun.state().outcome().outputs().stream())
                .toList();
    }

    private void move(PipelineRunEvent event) {
        run = PipelineRunRules.next(run, event);
        services.recorder().record(run);
    }

    private void apply(BlockId block, BlockRunEvent event) {
        put(BlockRunRules.next(blockRun(block), event));
    }

    private void put(BlockRun blockRun) {
        newest.put(blockRun.block(), blockRun);
        services.recorder().record(blockRun);
    }

    private BlockRun blockRun(BlockId block) {
        BlockRun blockRun = newest.get(block);
        if (blockRun == null)
            throw new IllegalStateException("Run " + run.id() + " has no block " + block);
        return blockRun;
    }

    private Instant now() {
        return services.clock().instant();
    }
}
