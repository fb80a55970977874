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
    private final RunBlocks blocks;
    private final Map<BlockId, BlockTask> tasks = new HashMap<>();
    private final Set<BlockId> pausing = new HashSet<>();
    private final AfterBlocks afterBlocks;
    private PipelineRun run;
    private @Nullable String stopReason;
    private boolean ending;
    private boolean prepared;

    ActiveRun(PipelineRun accepted, RunPlan plan, RunServices services) {
        this.run = accepted;
        this.plan = plan;
        this.services = services;
        this.afterBlocks = new AfterBlocks(this, services);
        this.blocks = new RunBlocks(accepted.id(), plan);
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

    /// Ends the run: what has not begun is cancelled now, what runs when its worker has stopped. The second time it ends callbacks too.
    void cancel(String reason) {
        if (!stopBlocks(reason)) afterBlocks.stop(reason);
    }

    /// Ends the run with everything that runs for it.
    void cancelAll(String reason) {
        stopBlocks(reason);
        afterBlocks.stop(reason);
    }

    private synchronized boolean stopBlocks(String reason) {
        if (ending || stopReason != null) return false;
        stopTheRest(reason);
        step();
        return true;
    }

    /// A worker begins with the block.
    synchronized void started(BlockId block) {
        // A sensor that is asked again has started long ago.
        if (blocks.newest(block).state() instanceof BlockRunState.Queued)
            apply(block, new BlockRunEvent.Started(now()));
        // Not before: the workers of later blocks must not slow the first one's start.
        if (prepared) return;
        prepared = true;
        services.threads().newThread(() -> services.executor().prepare(plan)).start();
    }

    /// The block has ended; its outputs are in place. `finished` follows.
    synchronized void ended(BlockTask task, BlockRunEvent event) {
        BlockId block = task.block().id();
        tasks.remove(block);
        afterBlocks.expect(task);
        apply(block, event);
        planRetry(block);
        step();
    }

    /// Nothing more comes of a task that has ended.
    void finished(BlockTask task) {
        afterBlocks.finished(task);
        goOn();
    }

    /// A sensor said no: it is asked again after a while, unless the run is stopped.
    synchronized void undecided(BlockId block) {
        tasks.remove(block);
        if (stopReason != null) {
            apply(block, new BlockRunEvent.Stopped(now(), stopReason));
        } else {
            pauseFor(BlockTask.BETWEEN_POLLS, block);
        }
        step();
    }

    /// The children of a block that has been fanned out, in their order.
    synchronized List<BlockId> children(BlockId block) {
        return blocks.children(block);
    }

    /// Runs children in the place of a block that is about to complete.
    synchronized void fanOut(BlockId block, List<PlannedBlock> children) {
        if (stopReason != null) return;
        blocks.fanOut(block, children).forEach(services.recorder()::record);
    }

    /// What a block of this run has stored; empty if it is no block of this run.
    synchronized Optional<BlockOutcome> outcome(BlockId block) {
        return blocks.outcome(block);
    }

    private void step() {
        boolean mayFail = plan.scope().mayFail();
        switch (PipelineRunRules.verdict(blocks.newest(), mayFail)) {
            case RunVerdict.GoOn() -> {
                if (endUnreachable()) step();
                else releaseReady();
            }
            case RunVerdict.Stop(String reason, _) -> {
                if (stopTheRest(reason)) step();
            }
            case RunVerdict.Complete() -> end(new PipelineRunEvent.Succeeded(now()));
            case RunVerdict.Fail(String reason) -> end(new PipelineRunEvent.Broke(now(), reason));
            case RunVerdict.Cancel(String reason) ->
                    end(new PipelineRunEvent.Stopped(now(), reason));
        }
    }

    /// Ends blocks that will not run because of an upstream.
    ///
    /// @return whether there were any
    private boolean endUnreachable() {
        Map<BlockId, BlockRunState> states = blocks.states();
        boolean any = false;
        for (PlannedBlock block : blocks.all()) {
            if (states.get(block.id()) instanceof BlockRunState.Initial
                    && Readiness.of(block, states, now())
                            instanceof Readiness.Never(BlockRunEvent event)) {
                apply(block.id(), event);
                any = true;
            }
        }
        return any;
    }

    /// Releases blocks whose upstreams have completed, as many as `block_run_limit` leaves places for.
    private void releaseReady() {
        if (stopReason != null) return;
        int places = plan.options().blockRunLimit().orElse(Integer.MAX_VALUE) - tasks.size();
        Map<BlockId, BlockRunState> states = blocks.states();
        List<PlannedBlock> ready =
                blocks.all().stream()
                        .filter(this::isWaiting)
                        .filter(block -> isReady(block, states))
                        .limit(Math.max(0, places))
                        .toList();
        ready.forEach(this::release);
    }

    private boolean isReady(PlannedBlock block, Map<BlockId, BlockRunState> states) {
        return Readiness.of(block, states, now()) instanceof Readiness.Ready;
    }

    private boolean isWaiting(PlannedBlock block) {
        if (pausing.contains(block.id()) || tasks.containsKey(block.id())) return false;
        return switch (blocks.newest(block.id()).state()) {
            // A running block without a task is a sensor that is due.
            case BlockRunState.Initial _, BlockRunState.Running _ -> true;
            default -> false;
        };
    }

    private void release(PlannedBlock block) {
        var task = new BlockTask(this, block, blocks.newest(block.id()).key(), services);
        tasks.put(block.id(), task);
        if (blocks.newest(block.id()).state() instanceof BlockRunState.Initial)
            apply(block.id(), new BlockRunEvent.Admitted(now()));
        services.admission().ask(() -> services.threads().newThread(task).start());
    }

    /// After its pause the block gets a new attempt; the failed one stays as it is.
    private void planRetry(BlockId block) {
        BlockRun failed = blocks.newest(block);
        Optional<Duration> pause = retryPause(block, failed);
        if (pause.isEmpty()) return;
        put(block, blocks.planned(block).attempt(run.id(), failed.key().attempt() + 1));
        pauseFor(pause.get(), block);
    }

    private void pauseFor(Duration pause, BlockId block) {
        pausing.add(block);
        services.later().after(pause, () -> resume(block));
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
                blocks.all().stream()
                        .map(PlannedBlock::id)
                        .filter(block -> !tasks.containsKey(block))
                        .filter(block -> !blocks.newest(block).state().isFinal())
                        .toList();
        waiting.forEach(block -> apply(block, new BlockRunEvent.Stopped(now(), reason)));
        return !waiting.isEmpty();
    }

    /// Before anybody is told that it completed, its outputs must survive a power cut; that takes a while, so on a thread of its own.
    private void end(PipelineRunEvent event) {
        if (ending || afterBlocks.isGoingOn()) return;
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
        return blocks.newest().stream()
                .flatMap(blockRun -> blockRun.state().outcome().outputs().stream())
                .toList();
    }

    private void move(PipelineRunEvent event) {
        run = PipelineRunRules.next(run, event);
        services.recorder().record(run);
    }

    private void apply(BlockId block, BlockRunEvent event) {
        BlockRun next = BlockRunRules.next(blocks.newest(block), event);
        put(block, next);
        boolean isOver = next.state().isFinal() && retryPause(block, next).isEmpty();
        // Its children's callbacks are called, with what they stored.
        if (isOver && !blocks.planned(block).isFannedOut()) afterBlocks.call(next, this::goOn);
    }

    private Optional<Duration> retryPause(BlockId block, BlockRun ended) {
        if (stopReason != null) return Optional.empty();
        return blocks.planned(block).pauseAfter(ended);
    }

    private synchronized void goOn() {
        step();
    }

    private void put(BlockId block, BlockRun blockRun) {
        blocks.put(block, blockRun);
        services.recorder().record(blockRun);
    }

    private Instant now() {
        return services.clock().instant();
    }
}
