package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.Libraries;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonKernelTest {

    @TempDir Path folder;

    @Test
    void isFoundAsAPlugin() {
        List<Set<String>> languages =
                ServiceLoader.load(Kernel.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(kernel -> kernel.name().equals("python"))
                        .map(Kernel::languages)
                        .toList();

        assertEquals(List.of(Set.of("python")), languages);
    }

    @Test
    void unpacksTheWorkerOnceForAllItsStarts() throws Exception {
        WorkerCommand first = new PythonKernel().workerCommand(settings(folder.resolve("a")));
        WorkerCommand second = new PythonKernel().workerCommand(settings(folder.resolve("a")));

        assertEquals(first, second);
        assertTrue(Files.exists(Path.of(first.command().getLast())));
        assertTrue(Files.size(Path.of(first.environment().get("PIPEWRIGHT_DUCKDB"))) > 1_000_000);
        try (Stream<Path> unpacked = Files.list(folder.resolve("runtime"))) {
            assertEquals(2, unpacked.count());
        }
    }

    @Test
    void takesDuckDbsLibraryThatLiesBesideItsJar() throws Exception {
        Path library = Files.createFile(folder.resolve(System.mapLibraryName("duckdb_java")));

        assertEquals(
                Optional.of(library),
                DuckDbLibrary.find(
                        folder.resolve("runtime"),
                        new JarOnly(folder.resolve("duckdb_jdbc-2.jar"))));
        assertFalse(Files.exists(folder.resolve("runtime")));
    }

    private record JarOnly(Path file) implements Libraries {
        @Override
        public List<Path> classPath(String role) {
            return List.of(file);
        }

        @Override
        public Optional<Path> jar(String artifact) {
            return Optional.of(file);
        }

        @Override
        public Path java() {
            return Path.of("java");
        }
    }

    @Test
    void keepsWorkersOfDifferentProjectsApart() throws Exception {
        WorkerCommand first = new PythonKernel().workerCommand(settings(folder.resolve("a")));
        WorkerCommand second = new PythonKernel().workerCommand(settings(folder.resolve("b")));

        assertTrue(!first.poolKey().equals(second.poolKey()));
    }

    @Test
    void tellsTheWorkerItsProjectAndItsMemory() throws Exception {
        Map<String, String> environment =
                new PythonKernel().workerCommand(settings(folder)).environment();

        assertEquals(folder.toString(), environment.get("PIPEWRIGHT_PROJECT"));
        assertEquals(Long.toString(1L << 30), environment.get("PIPEWRIGHT_MEMORY"));
    }

    private WorkerSettings settings(Path project) {
        return new WorkerSettings(
                project,
                folder.resolve("runtime"),
                new TestPython.ClassPathLibraries(),
                1L << 30,
                Map.of());
    }
}
