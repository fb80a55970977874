package io.pipewright.engine.execution;

import java.util.ArrayDeque;
import java.util.Deque;

/// The places for block runs of the whole project (`queue_config.concurrency`), given in the order of asking.
/// Thread: any.
final class Admission {

    private final int places;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    Admission(int places) {
        if (places < 1)
            throw new IllegalArgumentException("places must be at least 1 but was " + places);
        this.places = places;
    }

    /// Calls `admitted` once there is a place: now, on this thread, or later on the thread that frees one. It must be short.
    void ask(Runnable admitted) {
        synchronized (this) {
            if (taken == places) {
                waiting.add(admitted);
                return;
            }
            taken++;
        }
        admitted.run();
    }

    /// Gives a place back; the longest waiting one gets it.
    void release() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) taken--;
        }
        if (next != null) next.run();
    }
}
