package io.pipewright.engine.monitoring;

import io.pipewright.engine.monitoring.EngineEvent.BlockRunChanged;
import io.pipewright.engine.monitoring.EngineEvent.EngineStopping;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.LogSkipped;
import io.pipewright.engine.monitoring.EngineEvent.ProjectChanged;
import io.pipewright.engine.monitoring.EngineEvent.RunChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The events that one subscriber has not taken yet, in order, bounded by their size in memory.
///
/// While it is full, two things give way, and only these:
/// - log lines are left out; one `LogSkipped` for each block run stands where the first was, with their number;
/// - of the states of the same run or block run only the newest stays, at its own place.
/// So the last state of everything always arrives.
///
/// Thread: any adds, one takes.
final class EventQueue {

    /// Characters of text, roughly: 16 MiB of memory at most.
    static final long DEFAULT_CAPACITY = 8L << 20;

    private static final int EVENT_SIZE = 500;

    private final long capacity;
    // By key: what may be replaced has one of its own, everything else a new one.
    private final LinkedHashMap<Object, EngineEvent> waiting = new LinkedHashMap<>();
    private long size;
    private boolean closed;

    EventQueue(long capacity) {
        this.capacity = capacity;
    }

    synchronized void add(EngineEvent event) {
        if (closed) return;
        if (size + sizeOf(event) <= capacity) {
            put(new Object(), event);
        } else {
            addToFull(event);
        }
        notifyAll();
    }

    private void addToFull(EngineEvent event) {
        switch (event) {
            case LogPrinted line -> skip(new LogSkipped(line.run(), line.blockRunUuid(), 1));
            case LogSkipped skipped -> skip(skipped);
            case RunChanged changed -> putLast(changed.run().id(), changed);
            case BlockRunChanged changed -> putLast(changed.blockRun().key(), changed);
            case ProjectChanged changed -> putLast(ProjectChanged.class, changed);
            case EngineStopping stopping -> put(EngineStopping.class, stopping);
        }
    }

    private record Gap(Object run, String blockRunUuid) {}

    private void skip(LogSkipped more) {
        var gap = new Gap(more.run(), more.blockRunUuid());
        long before = waiting.get(gap) instanceof LogSkipped skipped ? skipped.lines() : 0;
        put(gap, new LogSkipped(more.run(), more.blockRunUuid(), before + more.lines()));
    }

    private void putLast(Object key, EngineEvent event) {
        remove(key);
        put(key, event);
    }

    private void put(Object key, EngineEvent event) {
        EngineEvent replaced = waiting.put(key, event);
        size += sizeOf(event) - (replaced == null ? 0 : sizeOf(replaced));
    }

    private void remove(Object key) {
        EngineEvent removed = waiting.remove(key);
        if (removed != null) size -= sizeOf(removed);
    }

    /// Waits for the next event; empty when the queue is closed and everything was taken.
    synchronized Optional<EngineEvent> take() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        Map.Entry<Object, EngineEvent> first = waiting.pollFirstEntry();
        if (first == null) return Optional.empty();
        size -= sizeOf(first.getValue());
        return Optional.of(first.getValue());
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private static long sizeOf(EngineEvent event) {
        return switch (event) {
            case LogPrinted printed -> EVENT_SIZE + (long) printed.line().message().length();
            case RunChanged _,
                    BlockRunChanged _,
                    LogSkipped _,
                    ProjectChanged _,
                    EngineStopping _ ->
                    EVENT_SIZE;
        };
    }
}
