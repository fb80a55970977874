package io.pipewright.engine.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Empties one output stream of a worker for as long as it lives, whatever is printed, into the prints of the block that runs.
///
/// What comes while no block runs is read and dropped: the pipe must never fill up.
final class OutputPump implements Runnable, LineSplitter.Sink {

    private final InputStream stream;
    private final AtomicReference<@Nullable BlockPrints> target;
    private final LineSplitter splitter;
    private long lastEnded = -1;
    private boolean finished;
    private volatile long lastRead = System.nanoTime();

    OutputPump(InputStream stream, String token, AtomicReference<@Nullable BlockPrints> target) {
        this.stream = stream;
        this.target = target;
        this.splitter = new LineSplitter(token, this);
    }

    @Override
    public void run() {
        byte[] bytes = new byte[64 * 1024];
        try (stream) {
            for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
                splitter.accept(bytes, count);
                lastRead = System.nanoTime();
            }
        } catch (IOException _) {
            // The process is gone and took the pipe along: the same as its end.
        } finally {
            splitter.end();
            finish();
        }
    }

    @Override
    public void line(byte[] bytes, int from, int length) {
        BlockPrints prints = target.get();
        if (prints != null) prints.add(bytes, from, length);
    }

    @Override
    public synchronized void ended(long id) {
        lastEnded = id;
        notifyAll();
    }

    private synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /// Waits until everything printed before the end mark of `id` was handed on, or the stream has ended.
    ///
    /// @param silence longest time without anything to read before the mark is given up
    /// @return whether the mark was seen; without it the stream is closed or redirected
    synchronized boolean awaitEnd(long id, Duration silence) {
        long asked = System.nanoTime();
        while (lastEnded != id && !finished) {
            long left = Math.max(asked, lastRead) + silence.toNanos() - System.nanoTime();
            if (left <= 0) break;
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return lastEnded == id;
    }
}
