package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker's own tests in Python, `src/test/python`.
class PythonUnitTest {

    @TempDir Path folder;

    @Test
    void passesWithoutInstalledPackages() throws IOException {
        assertEquals("OK", verdict("-S", "test_[!fm]*.py"));
    }

    @Test
    void passesWithPandas() throws IOException {
        String verdict = verdict("-B", "test_[fmy]*.py");

        assumeTrue(
                !verdict.contains("skipped"), "pandas is not installed for the tested interpreter");
        assertEquals("OK", verdict);
    }

    /// The last line of `python -m unittest`, or all it printed if that is no success.
    private String verdict(String pythonOption, String files) throws IOException {
        var worker = TestPython.workerCommand(folder, pythonOption);
        Path script = Path.of(worker.command().getLast());
        List<String> command = new ArrayList<>(worker.command());
        command.removeLast();
        command.addAll(List.of("-m", "unittest", "discover", "-p", files));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Path.of("src", "test", "python").toFile());
        builder.environment().putAll(worker.environment());
        Path runner = script.resolveSibling("");
        builder.environment()
                .put("PYTHONPATH", runner + File.pathSeparator + runner.resolve("shim"));
        String printed =
                new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String last = printed.strip().lines().reduce((first, second) -> second).orElse("");
        return last.startsWith("OK") ? last : printed;
    }
}
