package io.pipewright.engine.cli;

import java.io.PrintStream;

/// The two streams of the command line. Results go to `out`, everything else to `err`.
///
/// @param terminal whether a person watches: progress is then drawn in place
public record Console(PrintStream out, PrintStream err, boolean terminal) {

    /// The streams of this process.
    @SuppressWarnings(
            "SystemConsoleNull") // Since JDK 22 a console exists without a terminal; isTerminal
    // tells.
    public static Console ofProcess() {
        var console = System.console();
        boolean watched =
                console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.out, System.err, watched);
    }

    void result(String text) {
        out.println(text);
        out.flush();
    }

    void note(String text) {
        err.println(text);
        err.flush();
    }

    /// Replaces the line the cursor is in.
    void redraw(String text) {
        err.print("\r\u001b[2K" + text);
        err.flush();
    }
}
