package io.pipewright.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Everything that a block's listener heard, and the block's call.
final class Heard implements KernelListener {

    private final List<String> lines = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private @Nullable KernelCall call;

    void call(KernelCall started) {
        call = started;
    }

    KernelResult await() {
        return call().await();
    }

    void cancel(String reason) {
        call().cancel(reason);
    }

    private KernelCall call() {
        if (call == null) throw new IllegalStateException("not started");
        return call;
    }

    @Override
    public synchronized void waiting(String reason) {
        reasons.add(reason);
        notifyAll();
    }

    @Override
    public void started() {
        started.complete(true);
    }

    @Override
    public synchronized void printed(String line) {
        lines.add(line);
        notifyAll();
    }

    void awaitStart() {
        started.orTimeout(30, TimeUnit.SECONDS).join();
    }

    synchronized String awaitLine(Predicate<String> wanted) {
        return awaitAny(lines, wanted);
    }

    synchronized String awaitReason(Predicate<String> wanted) {
        return awaitAny(reasons, wanted);
    }

    private String awaitAny(List<String> heard, Predicate<String> wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (heard.stream().noneMatch(wanted)) {
            if (System.nanoTime() > deadline)
                throw new AssertionError("not heard within 30 s; heard " + heard);
            try {
                wait(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    boolean hasStarted() {
        return started.isDone();
    }
}
