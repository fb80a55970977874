package io.pipewright.kernel.sql;

/// The statement that the database was given last, so that an error can say where in the block it is.
///
/// @param text the author's part of it
/// @param line of its first sign in the block's rendered text, counted from 1
/// @param head whole lines that were put before it
record RunningStatement(String text, int line, String head) {

    static RunningStatement none() {
        return new RunningStatement("", 1, "");
    }

    /// What the database was given.
    String sent() {
        return head + text;
    }

    /// The line in the block's rendered text for a line of what was sent.
    int lineInBlock(int reported) {
        int linesBefore = (int) head.chars().filter(sign -> sign == '\n').count();
        return line + Math.max(0, reported - linesBefore - 1);
    }
}
