package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A block on its way through a worker. Thread: any.
final class WorkerCall implements KernelCall {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerCall.class);

    private final CompletableFuture<KernelResult> result = new CompletableFuture<>();
    private @Nullable String cancelReason;
    private Runnable canceller = () -> {};

    /// Runs the block on this thread. Never throws: a broken listener must not leave somebody waiting.
    void run(KernelRequest request, KernelListener listener, BlockRunner runner) {
        try {
            result.complete(runner.run(request, listener, this));
        } catch (RuntimeException e) {
            LOG.error(
                    "Running block {} of run {} broke",
                    request.block().id(),
                    request.context().run(),
                    e);
            BlockError error =
                    BlockError.of(
                            "InternalError", "Pipewright itself failed while the block ran: " + e);
            result.complete(BlockRunner.failed(error));
        } finally {
            result.complete(
                    BlockRunner.failed(BlockError.of("InternalError", "Pipewright itself failed")));
        }
    }

    @Override
    public KernelResult await() {
        return result.join();
    }

    @Override
    public void cancel(String reason) {
        Runnable now;
        synchronized (this) {
            if (cancelReason != null || result.isDone()) return;
            cancelReason = reason;
            now = canceller;
        }
        now.run();
    }

    /// What ends the part that begins now; run at once if the block is cancelled already.
    void onCancel(Runnable next) {
        boolean already;
        synchronized (this) {
            canceller = next;
            already = cancelReason != null;
        }
        if (already) next.run();
    }

    /// Every end from now on counts as cancelled, but nothing is done to reach it.
    synchronized void expectEnd(String reason) {
        if (cancelReason == null) cancelReason = reason;
    }

    synchronized Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }
}
