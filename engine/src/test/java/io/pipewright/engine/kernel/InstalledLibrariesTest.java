package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledLibrariesTest {

    @TempDir Path lib;

    @Test
    void readsTheJarsOfARoleInOrder() throws IOException {
        Files.writeString(lib.resolve("kernel-sql.classpath"), "b-1.jar\na-2.jar\n\n");

        assertEquals(
                List.of(lib.resolve("b-1.jar"), lib.resolve("a-2.jar")),
                InstalledLibraries.in(lib).classPath("kernel-sql"));
    }

    @Test
    void findsAJarByItsArtifactAndNotByAPartOfIt() throws IOException {
        Files.createFile(lib.resolve("duckdb_jdbc-2.0.0.1.jar"));
        Files.createFile(lib.resolve("kernel-sql-0.1.jar"));
        var libraries = InstalledLibraries.in(lib);

        assertEquals(
                Optional.of(lib.resolve("duckdb_jdbc-2.0.0.1.jar")), libraries.jar("duckdb_jdbc"));
        assertEquals(Optional.empty(), libraries.jar("kernel"));
    }

    @Test
    void hasTheClassPathOfThisProcessWithoutAnInstallation() {
        var libraries = InstalledLibraries.ofThisProcess();

        assertTrue(libraries.jar("jackson-databind").isPresent());
        assertTrue(Files.isExecutable(libraries.java()));
    }
}
