package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.kernel.KernelTask.Moment;
import io.pipewright.engine.project.BlockType;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What follows the ends of a run's blocks: the last lines of their logs, and their callbacks. It goes on beside the blocks after them; the
/// run ends after it.
///
/// Thread: any; each block's callbacks run one after the other on a thread of their own.
final class AfterBlocks {

    private static final Logger LOG = LoggerFactory.getLogger(AfterBlocks.class);

    private final ActiveRun run;
    private final RunServices services;
    private final Set<BlockTask> finishing = new HashSet<>();
    private final Set<BlockRun> called = new HashSet<>();
    private final Set<KernelCall> calls = new HashSet<>();
    private Optional<String> stopReason = Optional.empty();

    AfterBlocks(ActiveRun run, RunServices services) {
        this.run = run;
        this.services = services;
    }

    /// Calls what is attached to a block that has ended, if anything is. Returns at once.
    ///
    /// @param whenDone after the last one, on its thread; not called if there is none
    void call(BlockRun ended, Runnable whenDone) {
        Optional<Moment> moment = moment(ended.state());
        if (moment.isEmpty() || run.plan().attached(BlockType.CALLBACK, ended.block()).isEmpty())
            return;
        synchronized (this) {
            called.add(ended);
        }
        services.threads()
                .newThread(
                        () -> {
                            callNow(ended, moment.get());
                            whenDone.run();
                        })
                .start();
    }

    private static Optional<Moment> moment(BlockRunState state) {
        return switch (state) {
            case BlockRunState.Completed _ -> Optional.of(Moment.SUCCESS);
            case BlockRunState.Failed _ -> Optional.of(Moment.FAILURE);
            case BlockRunState.Cancelled _ -> Optional.of(Moment.CANCELLED);
            case BlockRunState.UpstreamFailed _, BlockRunState.ConditionFailed _ ->
                    Optional.empty();
            case BlockRunState.Initial _, BlockRunState.Queued _, BlockRunState.Running _ ->
                    throw new IllegalArgumentException("has not ended: " + state.word());
        };
    }

    private void callNow(BlockRun ended, Moment moment) {
        try {
            services.executor().callBack(run, ended, moment, this::begun);
        } catch (RuntimeException | Error e) {
            // A callback changes nothing, also when it is the engine that cannot call it.
            LOG.error("The callbacks of block run {} could not be called", ended.key(), e);
        } finally {
            synchronized (this) {
                called.remove(ended);
            }
        }
    }

    private void begun(KernelCall call) {
        Optional<String> reason;
        synchronized (this) {
            calls.add(call);
            reason = stopReason;
        }
        reason.ifPresent(call::cancel);
    }

    /// The block has ended, its thread is not done with it.
    synchronized void expect(BlockTask task) {
        finishing.add(task);
    }

    synchronized void finished(BlockTask task) {
        finishing.remove(task);
    }

    synchronized boolean isGoingOn() {
        return !called.isEmpty() || !finishing.isEmpty();
    }

    /// Stops callbacks that run, and those that begin later.
    void stop(String reason) {
        Set<KernelCall> now;
        synchronized (this) {
            stopReason = Optional.of(reason);
            now = Set.copyOf(calls);
        }
        now.forEach(call -> call.cancel(reason));
    }
}
