package io.pipewright.worker.testing;

import io.pipewright.plugin.Libraries;
import io.pipewright.plugin.WorkerSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The class path of the test itself, for every role.
public record TestLibraries() implements Libraries {

    private static final long MEMORY = 1L << 30;

    /// Settings for a worker in a project folder.
    public static WorkerSettings settings(Path project) {
        return new WorkerSettings(project, project, new TestLibraries(), MEMORY, Map.of());
    }

    @Override
    public List<Path> classPath(String role) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Override
    public Optional<Path> jar(String artifact) {
        return classPath("").stream()
                .filter(path -> path.getFileName().toString().startsWith(artifact + "-"))
                .findFirst();
    }

    @Override
    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
