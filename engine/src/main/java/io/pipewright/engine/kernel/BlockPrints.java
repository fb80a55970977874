package io.pipewright.engine.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one block run prints on both streams: the head is handed on at once, the tail at the end, what lies between is counted.
///
/// Thread: any; lines of both streams come one at a time.
final class BlockPrints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockPrints.class);

    private final Consumer<String> printed;
    private final PrintCap cap;
    private final ArrayDeque<byte[]> tail = new ArrayDeque<>();
    private long head;
    private long tailSize;
    private long skippedLines;
    private long skippedBytes;
    private boolean closed;

    BlockPrints(Consumer<String> printed, PrintCap cap) {
        this.printed = printed;
        this.cap = cap;
    }

    /// For what nobody listens to.
    static BlockPrints dropped() {
        return new BlockPrints(_ -> {}, new PrintCap(0, 0));
    }

    synchronized void add(byte[] bytes, int from, int length) {
        if (closed) return;
        long size = length + (long) PrintCap.RECORD_OVERHEAD;
        if (tail.isEmpty() && skippedLines == 0 && head + size <= cap.head()) {
            head += size;
            handOn(bytes, from, length);
        } else {
            keepInTail(Arrays.copyOfRange(bytes, from, from + length), size);
        }
    }

    private void keepInTail(byte[] line, long size) {
        tail.add(line);
        tailSize += size;
        while (tailSize > cap.tail() && !tail.isEmpty()) {
            byte[] oldest = tail.remove();
            tailSize -= oldest.length + (long) PrintCap.RECORD_OVERHEAD;
            skippedLines++;
            skippedBytes += oldest.length;
        }
    }

    /// Hands on the tail. Lines that come later are nobody's.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        if (skippedLines > 0) {
            byte[] note =
                    String.format(
                                    Locale.ROOT,
                                    "… truncated: %,d lines (%,d bytes) left out here; a log keeps the first %s and the last %s of a block",
                                    skippedLines,
                                    skippedBytes,
                                    Bytes.text(cap.head()),
                                    Bytes.text(cap.tail()))
                            .getBytes(StandardCharsets.UTF_8);
            handOn(note, 0, note.length);
        }
        for (byte[] line : tail) handOn(line, 0, line.length);
        tail.clear();
    }

    // A listener that breaks must not stop the pipe: the worker would stall in its next print.
    private void handOn(byte[] bytes, int from, int length) {
        try {
            printed.accept(shown(new String(bytes, from, length, StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            LOG.error("A printed line could not be handed on", e);
        }
    }

    /// As a terminal shows it: a carriage return starts the line over, as progress bars do.
    private static String shown(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') end--;
        return line.substring(line.lastIndexOf('\r', end - 1) + 1, end);
    }
}
