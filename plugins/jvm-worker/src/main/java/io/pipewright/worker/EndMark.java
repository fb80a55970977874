package io.pipewright.worker;

import java.io.PrintStream;

/// Tells the engine that every line before it belongs to the block: written to both outputs right before the result.
final class EndMark {

    private final String token;

    EndMark(String token) {
        this.token = token;
    }

    void write(long id, PrintStream... outputs) {
        for (PrintStream output : outputs) {
            output.print("\u001e" + token + ":" + id + "\u001e\n");
            output.flush();
        }
    }
}
