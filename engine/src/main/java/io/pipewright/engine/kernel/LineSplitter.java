package io.pipewright.engine.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts one output stream of a worker into lines and finds the end marks in it.
///
/// Survives any bytes: a longer line is handed on in pieces of about 64 KiB, so memory stays bounded. Not safe for threads.
final class LineSplitter {

    /// Longest piece of a line, in bytes.
    static final int LONGEST_LINE = 64 * 1024;

    private static final byte MARK = 0x1e;

    private final byte[] markStart;
    private final Sink sink;
    private byte[] pending = new byte[1024];
    private int length;

    /// @param token of the end marks `\x1e<token>:<id>\x1e`
    LineSplitter(String token, Sink sink) {
        this.markStart = ((char) MARK + token + ":").getBytes(StandardCharsets.US_ASCII);
        this.sink = sink;
    }

    /// Gets what was found, in order. The bytes are only lent.
    interface Sink {
        void line(byte[] bytes, int from, int length);

        void ended(long id);
    }

    void accept(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] != '\n') continue;
            if (length == 0 && i - start <= LONGEST_LINE) {
                found(bytes, start, i - start);
            } else {
                keep(bytes, start, i - start);
                found(pending, 0, length);
                length = 0;
            }
            start = i + 1;
        }
        keep(bytes, start, count - start);
    }

    /// The stream has ended: what is left is the last line.
    void end() {
        if (length > 0) found(pending, 0, length);
        length = 0;
    }

    private void keep(byte[] bytes, int from, int count) {
        int taken = 0;
        while (taken < count) {
            int part = Math.min(count - taken, limit() - length);
            if (length + part > pending.length)
                pending = Arrays.copyOf(pending, grown(length + part));
            System.arraycopy(bytes, from + taken, pending, length, part);
            length += part;
            taken += part;
            if (length == limit()) handOnPiece();
        }
    }

    // A little more than a piece is kept, so that an end mark is never cut in two.
    private int limit() {
        return LONGEST_LINE + markStart.length + Long.BYTES * 4;
    }

    private int grown(int needed) {
        return Math.min(limit(), Math.max(needed, pending.length * 2));
    }

    private void handOnPiece() {
        int piece = LONGEST_LINE;
        while (piece > LONGEST_LINE - 3 && (pending[piece] & 0xC0) == 0x80) piece--;
        sink.line(pending, 0, piece);
        System.arraycopy(pending, piece, pending, 0, length - piece);
        length -= piece;
    }

    private void found(byte[] bytes, int from, int count) {
        int mark = markAt(bytes, from, count);
        if (mark < 0) {
            sink.line(bytes, from, count);
            return;
        }
        if (mark > from) sink.line(bytes, from, mark - from);
        int idStart = mark + markStart.length;
        sink.ended(
                Long.parseLong(
                        new String(
                                bytes,
                                idStart,
                                from + count - 1 - idStart,
                                StandardCharsets.US_ASCII)));
    }

    /// Where the end mark at the end of these bytes starts, or -1. Text before it is an unfinished last line.
    private int markAt(byte[] bytes, int from, int count) {
        int last = from + count - 1;
        if (count <= markStart.length + 1 || bytes[last] != MARK) return -1;
        int digit = last - 1;
        while (digit >= from && bytes[digit] >= '0' && bytes[digit] <= '9') digit--;
        int start = digit - markStart.length + 1;
        boolean isMark =
                start >= from
                        && last - 1 - digit >= 1
                        && last - 1 - digit <= 18
                        && Arrays.equals(bytes, start, digit + 1, markStart, 0, markStart.length);
        return isMark ? start : -1;
    }
}
