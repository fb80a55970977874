package io.pipewright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts a process that outlives this one and the terminal it was started from.
final class DetachedProcess {

    private static final List<Path> SETSID =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private DetachedProcess() {}

    /// @param variables its whole environment
    /// @param output where what it prints is appended
    static Process start(List<String> command, Map<String, String> variables, Path output)
            throws IOException {
        var full = new ArrayList<String>();
        // A session of its own, where the system has the program for it: Ctrl-C in the terminal
        // must not reach the engine. On macOS
        // and Windows the window is not started from a terminal.
        SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(path -> full.add(path.toString()));
        full.addAll(command);
        var builder =
                new ProcessBuilder(full)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }
}
