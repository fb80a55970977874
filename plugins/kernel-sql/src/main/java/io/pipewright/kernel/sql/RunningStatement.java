package io.pipewright.kernel.sql;

/// The statement that DuckDB was given last, so that an error can say where in the block it is.
///
/// @param text the author's part of it
/// @param line of its first sign in the block's rendered text, counted from 1
/// @param linesBefore lines that were put before it
record RunningStatement(String text, int line, int linesBefore) {

    static RunningStatement none() {
        return new RunningStatement("", 1, 0);
    }

    /// The line in the block's rendered text for a line of DuckDB's message.
    int lineInBlock(int reported) {
        return line + Math.max(0, reported - linesBefore - 1);
    }
}
