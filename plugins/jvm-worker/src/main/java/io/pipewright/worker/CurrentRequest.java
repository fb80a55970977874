package io.pipewright.worker;

import java.util.HashSet;
import java.util.Set;

/// Which request is at work, so that an interrupt reaches just that one, also when it arrives early or late.
/// Thread: any.
final class CurrentRequest {

    private static final long NONE = -1;

    private final Set<Long> interruptedEarly = new HashSet<>();
    private long id = NONE;
    private long last = NONE;

    /// False if the request was interrupted before it started.
    synchronized boolean start(long request) {
        id = request;
        return !interruptedEarly.remove(request);
    }

    synchronized void finish() {
        last = id;
        id = NONE;
    }

    synchronized void interrupt(long request, WorkerKernel kernel) {
        if (request == id) kernel.interrupt();
        else if (request > last) interruptedEarly.add(request);
    }

    synchronized void interruptAny(WorkerKernel kernel) {
        if (id != NONE) kernel.interrupt();
    }
}
