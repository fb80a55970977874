package io.pipewright.worker;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Which request is at work, so that an interrupt reaches just that one, whenever it arrives.
/// Thread: any.
final class CurrentRequest {

    private final Set<Long> interruptedEarly = new HashSet<>();
    private @Nullable Running running;
    private long last = -1;

    /// False if the request was interrupted before it started.
    synchronized boolean start(long id) {
        running = new Running(id);
        return !interruptedEarly.remove(id);
    }

    /// Returns when no interrupt for the request can arrive any more.
    void finish() {
        Running finished = take();
        if (finished != null) finished.finish();
    }

    private synchronized @Nullable Running take() {
        Running finished = running;
        if (finished != null) last = finished.id;
        running = null;
        return finished;
    }

    /// Interrupts a request that is at work or still to come.
    synchronized void interrupt(long id, WorkerKernel kernel) {
        if (running != null && running.id == id) running.interrupt(kernel);
        else if (id > last) interruptedEarly.add(id);
    }

    /// Interrupts whatever is at work.
    synchronized void interruptAny(WorkerKernel kernel) {
        if (running != null) running.interrupt(kernel);
    }

    private static final class Running {

        private static final int AGAIN_MILLIS = 50;

        private final long id;
        private final CountDownLatch finished = new CountDownLatch(1);

        private Running(long id) {
            this.id = id;
        }

        // A kernel can miss an interrupt, for example before its statement has started. So it is
        // told again and again.
        private void interrupt(WorkerKernel kernel) {
            Thread.ofPlatform()
                    .daemon()
                    .name("worker-interrupt")
                    .start(
                            () -> {
                                do {
                                    interruptOnce(kernel);
                                } while (!isFinishedSoon());
                            });
        }

        private synchronized void interruptOnce(WorkerKernel kernel) {
            if (finished.getCount() > 0) kernel.interrupt();
        }

        private boolean isFinishedSoon() {
            try {
                return finished.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private synchronized void finish() {
            finished.countDown();
        }
    }
}
