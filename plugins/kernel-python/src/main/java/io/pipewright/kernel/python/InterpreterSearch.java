package io.pipewright.kernel.python;

import io.pipewright.plugin.KernelUnavailableException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the Python program that runs a project's blocks. Starts nothing.
final class InterpreterSearch {

    private final Map<String, String> environment;
    private final boolean windows;

    InterpreterSearch(Map<String, String> environment, boolean windows) {
        this.environment = Map.copyOf(environment);
        this.windows = windows;
    }

    static InterpreterSearch ofThisMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return new InterpreterSearch(System.getenv(), system.contains("windows"));
    }

    /// The program and its first arguments.
    ///
    /// @param wanted a program name or a path, relative to the project folder; null for the first Python on the PATH
    List<String> find(@Nullable String wanted, Path projectFolder)
            throws KernelUnavailableException {
        if (wanted != null && !wanted.isBlank()) {
            return List.of(named(wanted.strip(), projectFolder).toString());
        }
        for (List<String> candidate : candidates()) {
            Optional<Path> program = onPath(candidate.getFirst());
            if (program.isPresent()) {
                return Stream.concat(
                                Stream.of(direct(program.get(), projectFolder).toString()),
                                candidate.stream().skip(1))
                        .toList();
            }
        }
        throw new KernelUnavailableException(
                "No Python was found on the PATH. Install Python 3.8 or newer, or name one in the project's "
                        + "metadata.yaml: pipewright: {interpreter: /path/to/python}");
    }

    private List<List<String>> candidates() {
        // On Windows a python.exe may be the stub that opens the store, so the launcher goes first.
        return windows
                ? List.of(List.of("py.exe", "-3"), List.of("python3.exe"), List.of("python.exe"))
                : List.of(List.of("python3"), List.of("python"));
    }

    private Path named(String wanted, Path projectFolder) throws KernelUnavailableException {
        Optional<Path> found =
                wanted.contains("/") || wanted.contains(File.separator)
                        ? atPath(wanted, projectFolder)
                        : onPath(wanted).map(program -> direct(program, projectFolder));
        return found.orElseThrow(
                () ->
                        new KernelUnavailableException(
                                "The interpreter \"%s\" of this project is not there or cannot be run. Name another one in metadata.yaml (pipewright: {interpreter: ...}), or make it: python3 -m venv .venv"
                                        .formatted(wanted)));
    }

    private Optional<Path> atPath(String wanted, Path projectFolder) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        String expanded = wanted.startsWith("~/") ? home + wanted.substring(1) : wanted;
        try {
            // Not the real path: a virtual environment's python is a link, and the link is what
            // makes it one.
            return runnable(projectFolder.resolve(expanded).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> onPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> runnable(Path.of(folder, program)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Path direct(Path program, Path projectFolder) {
        return PyenvShim.target(program, projectFolder, environment).orElse(program);
    }

    private static Optional<Path> runnable(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program)
                ? Optional.of(program.toAbsolutePath())
                : Optional.empty();
    }
}
