package io.pipewright.engine.kernel;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody's wish for a worker.
///
/// Thread: one awaits, the pool fulfils, any may withdraw.
final class Claim {

    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

    private final WorkerLaunch launch;
    private final Set<Path> files;
    private final String what;
    private final Consumer<String> waiting;
    private final CompletableFuture<PooledWorker> worker = new CompletableFuture<>();
    private String lastReason = "";

    /// @param files database files that only one worker may open
    /// @param what who asks, for a person: `block "load"`
    /// @param waiting is told why it has to wait, when the reason changes
    Claim(WorkerLaunch launch, Set<Path> files, String what, Consumer<String> waiting) {
        this.launch = launch;
        this.files = Set.copyOf(files);
        this.what = what;
        this.waiting = waiting;
    }

    WorkerLaunch launch() {
        return launch;
    }

    Set<Path> files() {
        return files;
    }

    String what() {
        return what;
    }

    synchronized void fulfil(PooledWorker found) {
        worker.complete(found);
    }

    synchronized void refuse(WorkerStartException why) {
        worker.completeExceptionally(why);
    }

    /// Not after it was fulfilled: the listener has heard that the block runs.
    synchronized void tellWaiting(String reason) {
        if (worker.isDone() || reason.equals(lastReason)) return;
        lastReason = reason;
        try {
            waiting.accept(reason);
        } catch (RuntimeException e) {
            // The pool must go on for everybody else.
            LOG.error("Could not tell {} why it waits", what, e);
        }
    }

    PooledWorker await() throws WorkerStartException {
        try {
            return worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerStartException refused) throw refused;
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStartException("The wait for a worker was interrupted", e);
        }
    }
}
