package io.pipewright.engine;

import io.pipewright.engine.kernel.PoolThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every thread of an engine, named after its room. None of them is ever interrupted: an interrupt inside the database closes it.
final class EngineThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineThreads.class);

    private final ScheduledThreadPoolExecutor timer;

    EngineThreads() {
        timer = new ScheduledThreadPoolExecutor(2, platform("engine-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Daemon threads, for loops that block in the system.
    static ThreadFactory platform(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    /// Virtual threads, for what mostly waits.
    static ThreadFactory virtual(String name) {
        return Thread.ofVirtual().name(name + "-", 1).factory();
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /// Does something now and then, first after one pause; a failure is logged and does not end it.
    void every(Duration pause, Runnable work) {
        Runnable guarded =
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("Regular work failed; it is tried again in {}", pause, e);
                    }
                };
        var _ =
                timer.scheduleWithFixedDelay(
                        guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    PoolThreads ofWorkers() {
        return new PoolThreads(platform("worker-output"), virtual("worker-call"), timer);
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
