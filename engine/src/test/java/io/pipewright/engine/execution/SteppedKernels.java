package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelCall;
import io.pipewright.engine.kernel.KernelListener;
import io.pipewright.engine.kernel.KernelRequest;
import io.pipewright.engine.kernel.KernelResult;
import io.pipewright.engine.kernel.Kernels;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.run.BlockError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;

/// Kernels whose blocks end when the test says so, or at once when they are cancelled.
///
/// Counts the threads that are busy, so that a test can wait until nothing more happens by itself. Thread: any.
final class SteppedKernels implements Kernels {

    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final Map<String, Call> running = new LinkedHashMap<>();
    private int busy;

    /// Threads that count as busy from their making to their end, less the time they wait for a block.
    ThreadFactory threads() {
        return work -> {
            enter();
            return Thread.ofVirtual()
                    .unstarted(
                            () -> {
                                try {
                                    work.run();
                                } finally {
                                    leave();
                                }
                            });
        };
    }

    private synchronized void enter() {
        busy++;
    }

    private synchronized void leave() {
        busy--;
        notifyAll();
    }

    synchronized void awaitQuiet() {
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (busy > 0) {
            if (System.nanoTime() > deadline) throw new AssertionError(busy + " threads stay busy");
            try {
                wait(LONGEST_WAIT_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The blocks that run once nothing more happens by itself, sorted by name.
    List<String> running() {
        awaitQuiet();
        synchronized (this) {
            return running.keySet().stream().sorted().toList();
        }
    }

    void completes(String block) {
        end(block).complete(new KernelResult.Completed(List.of(), 0));
        awaitQuiet();
    }

    /// A sensor or a conditional.
    void answers(String block, boolean yes) {
        end(block).complete(new KernelResult.Decided(yes));
        awaitQuiet();
    }

    void fails(String block) {
        var error = BlockError.of("ValueError", "no rows");
        end(block).complete(new KernelResult.Failed(error, List.of(), 0, 0));
        awaitQuiet();
    }

    /// The engine's own code around the block throws.
    void breaks(String block, Error error) {
        end(block).completeExceptionally(error);
        awaitQuiet();
    }

    private CompletableFuture<KernelResult> end(String block) {
        awaitQuiet();
        synchronized (this) {
            Call call = running.remove(block);
            if (call == null) throw new AssertionError(block + " does not run: " + running);
            busy++;
            return call.result;
        }
    }

    private synchronized boolean isTaken(String block, Call call) {
        if (!running.remove(block, call)) return false;
        busy++;
        return true;
    }

    @Override
    public Optional<String> whyNotRunnable(BlockKind kind, Map<String, String> kernelOptions) {
        return Optional.empty();
    }

    @Override
    public void warm(BlockKind kind, Map<String, String> kernelOptions) {
        // Nothing to start.
    }

    @Override
    public KernelCall start(KernelRequest request, KernelListener listener) {
        listener.started();
        var call = new Call(request.block().id().value());
        synchronized (this) {
            running.put(call.block, call);
        }
        return call;
    }

    @Override
    public KernelStatus status() {
        return new KernelStatus(0, Map.of());
    }

    @Override
    public void close() {
        // Has no workers.
    }

    private final class Call implements KernelCall {
        private final String block;
        private final CompletableFuture<KernelResult> result = new CompletableFuture<>();

        private Call(String block) {
            this.block = block;
        }

        @Override
        public KernelResult await() {
            // Whoever completes the result has counted this thread as busy before.
            leave();
            try {
                return result.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) throw error;
                throw e;
            }
        }

        @Override
        public void cancel(String reason) {
            if (isTaken(block, this)) result.complete(new KernelResult.Cancelled(reason));
        }
    }
}
