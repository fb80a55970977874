package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request to a worker until its answer, or until the worker is gone.
///
/// Thread: one awaits, any may cancel.
final class Exchange {

    private static final int SECONDS_PER_STEP = 2;
    private static final Duration MARK_SILENCE = Duration.ofSeconds(5);
    private static final Duration KILL_TIME = Duration.ofSeconds(5);

    private final WorkerProcess worker;
    private final long id;
    private final Map<String, @Nullable Object> request;
    private final PoolThreads threads;
    private boolean cancelled;
    private volatile boolean ended;

    Exchange(
            WorkerProcess worker,
            long id,
            Map<String, @Nullable Object> request,
            PoolThreads threads) {
        this.worker = worker;
        this.id = id;
        this.request = request;
        this.threads = threads;
    }

    /// How an exchange ended.
    sealed interface Outcome {

        /// @param reusable whether the worker can take another request
        record Answered(Message message, boolean reusable) implements Outcome {}

        /// The worker and its tree are gone.
        record Lost(BlockError why) implements Outcome {}
    }

    /// Sends the request and waits for its answer. Everything printed has been handed on when it returns.
    Outcome await() {
        try {
            worker.channel().send(request);
            return answered(receive());
        } catch (ProtocolException e) {
            return unusable(e);
        } catch (IOException _) {
            // However the connection broke, what counts is how the process ended.
            BlockError why = worker.whyLost();
            worker.output().finish(id, KILL_TIME);
            return new Outcome.Lost(why);
        } finally {
            ended = true;
        }
    }

    /// What was said breaks the protocol, on either side: nothing that follows could be trusted.
    private Outcome unusable(ProtocolException why) {
        BlockError error =
                BlockError.of(
                        "WorkerProtocol",
                        "the block cannot talk to its worker: " + why.getMessage());
        worker.kill(error);
        worker.output().finish(id, KILL_TIME);
        return new Outcome.Lost(error);
    }

    private Message receive() throws IOException {
        Message message = worker.channel().receive();
        while (!message.answers(id)) message = worker.channel().receive();
        return message;
    }

    private Outcome answered(Message message) {
        ended = true;
        boolean isRun = message.type().equals("result");
        // Only runs have end marks; a question prints nothing that matters.
        boolean intact = worker.output().finish(id, isRun ? MARK_SILENCE : Duration.ZERO) || !isRun;
        if (wasCancelled()) worker.tree().killChildren(KILL_TIME);
        return new Outcome.Answered(message, intact);
    }

    synchronized boolean wasCancelled() {
        return cancelled;
    }

    /// Interrupts the block; if it does not stop, terminates and then kills the whole tree. Returns at once.
    void cancel() {
        synchronized (this) {
            if (cancelled || ended) return;
            cancelled = true;
        }
        try {
            worker.channel().send(Map.of("type", "interrupt", "id", id));
        } catch (IOException _) {
            // The worker is ending already; the ladder makes sure of it.
        }
        later(
                () -> {
                    worker.tree().terminate();
                    later(() -> worker.kill(BlockError.of("Interrupted", "stopped on request")));
                });
    }

    private void later(Runnable step) {
        var _ =
                threads.timer()
                        .schedule(() -> onOwnThread(step), SECONDS_PER_STEP, TimeUnit.SECONDS);
    }

    // Killing waits for processes: too long for the timer.
    private void onOwnThread(Runnable step) {
        if (ended) return;
        threads.inBackground(
                () -> {
                    if (!ended) step.run();
                });
    }
}
