package io.pipewright.engine.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps the interrupts of a caller away from work on files that an interrupt would close.
final class Uninterrupted {

    private Uninterrupted() {}

    /// Does the work on a thread of its own and waits for it.
    static <T> T call(ThreadFactory threads, Supplier<T> work) {
        var done = new CompletableFuture<T>();
        threads.newThread(() -> done.completeAsync(work, Runnable::run)).start();
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }

    /// Waits for the end of an executor that was shut down; a caller's interrupt stays set and ends nothing.
    static void join(ExecutorService executor) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
