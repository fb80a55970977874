package io.pipewright.engine.kernel;

/// How much of what one block run prints is kept: the first `head` bytes and the last `tail` bytes, as the log stores them.
///
/// Each line counts with what its log record takes besides its text.
public record PrintCap(long head, long tail) {

    public static final PrintCap DEFAULT = new PrintCap(20L << 20, 1L << 20);

    static final int RECORD_OVERHEAD = 256;
}
