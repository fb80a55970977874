package io.pipewright.engine.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Looks four times a second at what the trees of running blocks hold, and tells when one is above its limit.
///
/// Sleeps while nothing runs. Thread: any; samples on the timer.
final class MemoryWatch {

    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(250);

    private final PoolThreads threads;
    private final Map<ProcessTree, Watched> watched = new ConcurrentHashMap<>();
    private @Nullable Future<?> samples;

    MemoryWatch(PoolThreads threads) {
        this.threads = threads;
    }

    /// Watches until the returned handle is closed.
    ///
    /// @param exceeded gets the bytes, once, on a thread of its own
    Watched watch(ProcessTree tree, long limit, LongConsumer exceeded) {
        var entry = new Watched(tree, limit, exceeded);
        watched.put(tree, entry);
        synchronized (this) {
            if (samples == null) {
                samples = threads.every(BETWEEN_SAMPLES, this::sample);
            }
        }
        return entry;
    }

    private void sample() {
        synchronized (this) {
            if (watched.isEmpty() && samples != null) {
                samples.cancel(false);
                samples = null;
                return;
            }
        }
        ProcessTable table = ProcessTable.read();
        watched.values().forEach(entry -> entry.look(table));
    }

    /// One tree being watched. Closing ends it.
    final class Watched implements AutoCloseable {
        private final ProcessTree tree;
        private final long limit;
        private final LongConsumer exceeded;
        private volatile long peak;
        private boolean told;

        private Watched(ProcessTree tree, long limit, LongConsumer exceeded) {
            this.tree = tree;
            this.limit = limit;
            this.exceeded = exceeded;
        }

        private void look(ProcessTable table) {
            List<ProcessHandle> members = tree.observe(table);
            long bytes = ResidentMemory.upperBound(members);
            // Forked children share most of their pages: only the exact figure may kill.
            if (bytes > limit) bytes = ResidentMemory.exact(members);
            peak = Math.max(peak, bytes);
            if (bytes <= limit || told) return;
            told = true;
            long held = bytes;
            threads.inBackground(() -> exceeded.accept(held));
        }

        /// The most that was seen, 0 before the first sample. Units: bytes.
        long peak() {
            return peak;
        }

        @Override
        public void close() {
            watched.remove(tree, this);
        }
    }
}
