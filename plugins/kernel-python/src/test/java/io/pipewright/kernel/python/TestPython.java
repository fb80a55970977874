package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pipewright.plugin.KernelUnavailableException;
import io.pipewright.plugin.Libraries;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Python that tests run: `PIPEWRIGHT_TEST_PYTHON`, else the first one on the PATH.
final class TestPython {

    /// Unpacked once for all tests.
    private static final Path RUNTIME = Path.of("target", "python-runtime").toAbsolutePath();

    private TestPython() {}

    static WorkerCommand workerCommand(Path project, String... pythonOptions) {
        try {
            WorkerCommand command = new PythonKernel().workerCommand(settings(project));
            List<String> words = new ArrayList<>(command.command());
            words.addAll(1, List.of(pythonOptions));
            return new WorkerCommand(
                    command.poolKey(), command.runtime(), words, command.environment());
        } catch (KernelUnavailableException e) {
            assumeTrue(false, e.getMessage());
            throw new AssertionError(e);
        }
    }

    static WorkerSettings settings(Path project) {
        String interpreter = System.getenv("PIPEWRIGHT_TEST_PYTHON");
        return new WorkerSettings(
                project,
                RUNTIME,
                new ClassPathLibraries(),
                4L << 30,
                interpreter == null ? Map.of() : Map.of("interpreter", interpreter));
    }

    /// A file without content, also on Windows.
    static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    /// The jars of the tests' own class path.
    record ClassPathLibraries() implements Libraries {

        @Override
        public List<Path> classPath(String role) {
            return List.of();
        }

        @Override
        public Optional<Path> jar(String artifact) {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(path -> path.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst();
        }

        @Override
        public Path java() {
            return Path.of(System.getProperty("java.home"), "bin", "java");
        }
    }
}
