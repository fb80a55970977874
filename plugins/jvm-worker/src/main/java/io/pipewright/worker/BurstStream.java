package io.pipewright.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/// An output of the worker that is cheap in a burst of prints.
///
/// A flush writes through, so a crash loses nothing and both outputs stay in order. But each costs a system call, too much for
/// a million lines: after some within a moment, the rest is gathered, and a thread writes it when the moment is over.
/// Thread: any.
final class BurstStream extends OutputStream {

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int FLUSHES_IN_A_MOMENT = 50;
    private static final int CAPACITY = 64 * 1024;

    private final OutputStream file;
    private final byte[] waiting = new byte[CAPACITY];
    private int length;
    private long momentBegan = System.nanoTime();
    private int flushes;
    private boolean lateWriteIsComing;

    /// Starts a daemon thread that lives as long as the process.
    BurstStream(OutputStream file) {
        this.file = file;
        Thread.ofPlatform().daemon().name("worker-prints").start(this::writeLate);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        if (count > CAPACITY - length) drain();
        if (count > CAPACITY) {
            file.write(bytes, from, count);
            return;
        }
        System.arraycopy(bytes, from, waiting, length, count);
        length += count;
    }

    /// At once, or in a burst within a moment.
    @Override
    public synchronized void flush() throws IOException {
        long now = System.nanoTime();
        if (now - momentBegan > MOMENT_NANOS) {
            momentBegan = now;
            flushes = 0;
        }
        if (++flushes <= FLUSHES_IN_A_MOMENT) {
            drain();
        } else if (!lateWriteIsComing) {
            lateWriteIsComing = true;
            notifyAll();
        }
    }

    /// Writes out what waits, now.
    synchronized void drain() throws IOException {
        int count = length;
        length = 0;
        file.write(waiting, 0, count);
    }

    private void writeLate() {
        try {
            while (true) {
                awaitLateWrite();
                TimeUnit.NANOSECONDS.sleep(MOMENT_NANOS);
                drainLate();
            }
        } catch (InterruptedException | IOException e) {
            // Nobody reads any more; the channel will tell.
        }
    }

    private synchronized void awaitLateWrite() throws InterruptedException {
        while (!lateWriteIsComing) wait();
    }

    private synchronized void drainLate() throws IOException {
        lateWriteIsComing = false;
        drain();
    }
}
