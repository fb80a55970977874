package io.pipewright.engine.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The processes below this one, as one reading of the process table; asking each worker for its own would read it many times.
record ProcessTable(Map<Long, List<ProcessHandle>> children) {

    private static final Path PROC = Path.of("/proc");

    static ProcessTable read() {
        var children = new HashMap<Long, List<ProcessHandle>>();
        ProcessHandle.current()
                .descendants()
                .forEach(
                        process ->
                                process.parent()
                                        .ifPresent(
                                                parent ->
                                                        children.computeIfAbsent(
                                                                        parent.pid(),
                                                                        _ -> new ArrayList<>())
                                                                .add(process)));
        return new ProcessTable(children);
    }

    /// All children of a process and theirs.
    List<ProcessHandle> below(ProcessHandle root) {
        var found = new ArrayList<ProcessHandle>();
        var parents = new ArrayList<Long>(List.of(root.pid()));
        while (!parents.isEmpty()) {
            List<ProcessHandle> next = children.getOrDefault(parents.removeLast(), List.of());
            found.addAll(next);
            next.forEach(process -> parents.add(process.pid()));
        }
        return found;
    }

    /// Processes that inherited a variable, also those that left the tree: a daemon's parent is gone, its environment is not.
    /// Linux only, empty elsewhere.
    static List<ProcessHandle> withEnvironment(String variable, String value) {
        var found = new ArrayList<ProcessHandle>();
        if (!OperatingSystem.isLinux()) return found;
        String wanted = "\0" + variable + "=" + value + "\0";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (!environment(process).contains(wanted)) continue;
                ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                        .ifPresent(found::add);
            }
        } catch (IOException _) {
            // A sealed /proc: the parents are all there is to go by.
        }
        return found;
    }

    // Other users' processes cannot be read, and need not be: workers run as us.
    private static String environment(Path process) {
        try {
            return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    /// Whether it still executes: a process that ended but that its parent never collected does not.
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && state(process.pid()).map(state -> state != 'Z' && state != 'X').orElse(true);
    }

    private static Optional<Character> state(long pid) {
        return stat(pid)
                .filter(fields -> !fields.isEmpty())
                .map(fields -> fields.getFirst().charAt(0));
    }

    /// The fields of `/proc/<pid>/stat` from the third one on, the state: the second may contain anything.
    static Optional<List<String>> stat(long pid) {
        if (!OperatingSystem.isLinux()) return Optional.empty();
        try {
            String line =
                    Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String afterName = line.substring(line.lastIndexOf(')') + 1).strip();
            return Optional.of(List.of(afterName.split(" ")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
