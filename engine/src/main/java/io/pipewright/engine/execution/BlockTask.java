package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.PlannedBlock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt of one block, from its place to its end. Runs on a thread of its own; cancelled from any.
final class BlockTask implements Runnable {

    /// How long a sensor that said no is left alone, holding neither a worker nor a place.
    static final Duration BETWEEN_POLLS = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(BlockTask.class);

    private enum Phase {
        WAITING,
        BEGUN,
        WITHDRAWN
    }

    private final ActiveRun run;
    private final PlannedBlock block;
    private final BlockRunKey key;
    private final RunServices services;
    private Phase phase = Phase.WAITING;
    private @Nullable KernelCall call;
    private @Nullable String cancelReason;
    private boolean hasEnded;

    BlockTask(ActiveRun run, PlannedBlock block, BlockRunKey key, RunServices services) {
        this.run = run;
        this.block = block;
        this.key = key;
        this.services = services;
    }

    ActiveRun activeRun() {
        return run;
    }

    PlannedBlock block() {
        return block;
    }

    BlockRunKey key() {
        return key;
    }

    /// Takes it back if it has not begun.
    ///
    /// @return whether it will never run
    synchronized boolean withdraw() {
        if (phase == Phase.WAITING) phase = Phase.WITHDRAWN;
        return phase == Phase.WITHDRAWN;
    }

    /// Stops it while it runs; its end comes through `ActiveRun.ended`.
    synchronized void cancel(String reason) {
        cancelReason = reason;
        if (call != null) call.cancel(reason);
    }

    /// Why it was told to stop; empty if it was not.
    synchronized Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    /// The worker's side of this task has begun; a cancellation that came earlier is passed on.
    synchronized void attach(KernelCall begun) {
        call = begun;
        if (cancelReason != null) begun.cancel(cancelReason);
    }

    private synchronized boolean begin() {
        if (phase == Phase.WAITING) phase = Phase.BEGUN;
        return phase == Phase.BEGUN;
    }

    @Override
    public void run() {
        if (!begin()) {
            services.admission().release();
            return;
        }
        try {
            services.executor().execute(this);
        } catch (Throwable e) {
            // Also an Error: whatever goes wrong around a block must end that block, not leave it
            // running for ever.
            LOG.error(
                    "Block {} of run {} could not be run in order",
                    key.blockRunUuid(),
                    key.run(),
                    e);
            var error =
                    BlockError.of("EngineError", "The engine could not run the block: " + why(e));
            end(new BlockRunEvent.Broke(services.clock().instant(), error, BlockOutcome.NONE));
        } finally {
            run.finished(this);
        }
    }

    /// The message alone is written for people; that of an `Error` needs its name.
    private static String why(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof RuntimeException && message != null
                ? message
                : failure.toString();
    }

    /// Once: what fails after the end is told does not change it.
    void end(BlockRunEvent event) {
        if (hasEnded) return;
        hasEnded = true;
        services.admission().release();
        run.ended(this, event);
    }

    /// A sensor said no: its place is free until it is asked again.
    void endUndecided() {
        hasEnded = true;
        services.admission().release();
        run.undecided(block.id());
    }
}
