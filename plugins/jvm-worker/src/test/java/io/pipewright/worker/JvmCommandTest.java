package io.pipewright.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.plugin.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCommandTest {

    @TempDir Path lib;

    /// An installation whose only jar is DuckDB's.
    private record OneJar(Path file) implements Libraries {
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

    private List<String> libraryPaths() {
        var command = new JvmCommand("kernel-sql", "Main", 1L << 30, 1L << 30);
        return command.command(new OneJar(lib.resolve("duckdb_jdbc-2.jar"))).stream()
                .filter(argument -> argument.startsWith("-Djava.library.path="))
                .toList();
    }

    @Test
    void loadsTheNativeLibraryThatLiesBesideTheDriver() throws IOException {
        Files.createFile(lib.resolve(System.mapLibraryName("duckdb_java")));

        assertEquals(List.of("-Djava.library.path=" + lib), libraryPaths());
    }

    @Test
    void leavesItToTheDriverWhereNoneLiesBesideIt() {
        assertEquals(List.of(), libraryPaths());
    }
}
