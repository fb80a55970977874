package io.pipewright.engine.kernel;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the threads of the workers come from.
///
/// @param pumps two per worker process, blocked in reads of pipes: platform daemon threads
/// @param calls one per running block or question: virtual threads
/// @param timer deadlines and samples, short tasks only; at least two threads, cancelled tasks removed
public record PoolThreads(
        ThreadFactory pumps, ThreadFactory calls, ScheduledExecutorService timer) {

    private static final Logger LOG = LoggerFactory.getLogger(PoolThreads.class);

    /// Does something again and again until cancelled. A failure is logged: without this, the timer would end it silently, and
    /// with it the watch over all workers.
    Future<?> every(Duration pause, Runnable work) {
        Runnable guarded =
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error(
                                "Looking after the workers failed; it is tried again in {}",
                                pause,
                                e);
                    }
                };
        return timer.scheduleWithFixedDelay(
                guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does something that waits for processes, on a thread of its own.
    void inBackground(Runnable work) {
        calls.newThread(work).start();
    }
}
