package io.pipewright.engine.kernel;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/// Where the threads of the workers come from.
///
/// @param pumps two per worker process, blocked in reads of pipes: platform daemon threads
/// @param calls one per running block or question: virtual threads
/// @param timer deadlines and samples, short tasks only; at least two threads, cancelled tasks removed
public record PoolThreads(
        ThreadFactory pumps, ThreadFactory calls, ScheduledExecutorService timer) {}
