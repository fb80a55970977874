package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.pipewright.engine.cli.CommandLineFixture.Result;
import io.pipewright.engine.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of pipelines, blocks and outputs that lead out of the project, or try to.
@Tag("slow")
class HostileNamesTest {

    private static final List<String> HOSTILE =
            List.of(
                    "..",
                    "../daily",
                    "../../canary",
                    "/etc/passwd",
                    "daily/../../../canary",
                    "..\\canary",
                    "%2e%2e/canary",
                    "%252e%252e%252fcanary",
                    "C:\\canary",
                    "con",
                    "-rf",
                    "nul\u0000byte",
                    "\u202Egnp.exe",
                    "😀",
                    "x".repeat(300));

    private final CommandLineFixture program;
    private final ProjectSession holder;

    HostileNamesTest(@TempDir Path parent) throws IOException {
        Files.writeString(parent.resolve("canary"), "stays");
        program = Shop.in(parent);
        holder = program.hold();
    }

    @AfterEach
    void release() {
        holder.close();
    }

    private Result execute(String command, String pipeline, String... others) {
        var arguments = new ArrayList<>(List.of(command, program.folder().toString(), pipeline));
        arguments.addAll(Arrays.asList(others));
        return program.execute(arguments.toArray(String[]::new));
    }

    @Test
    void refusesHostileNamesAndTouchesNothingOutside() throws IOException {
        assertEquals(0, execute("run", "daily").exit());
        List<String> before = outside();
        for (String name : HOSTILE) {
            assertRefused(execute("run", name));
            assertRefused(execute("run", "daily", "--block=" + name));
            assertRefused(execute("output", name, "load"));
            assertRefused(execute("output", "daily", name));
            assertRefused(execute("output", "daily", "load", "--output=" + name));
            assertRefused(
                    execute("output", "daily", "load", "--output=" + name, "--format", "csv"));
        }

        assertEquals(before, outside());
    }

    @Test
    void readsNoArgumentsFromAFile() {
        Result fromFile = execute("run", "@" + program.folder().resolveSibling("canary"));
        assertRefused(fromFile);
        assertFalse(fromFile.err().contains("stays"), fromFile::err);
    }

    private static void assertRefused(Result result) {
        assertEquals(2, result.exit(), result::err);
        assertEquals("", result.out());
        assertFalse(result.err().contains("\tat "), result::err);
        assertFalse(result.err().contains("unexpectedly"), result::err);
    }

    /// The files beside the project and their contents.
    private List<String> outside() throws IOException {
        Path parent = program.folder().resolveSibling("");
        try (Stream<Path> children = Files.list(parent)) {
            var found = new ArrayList<String>();
            for (Path child : children.sorted().toList())
                found.add(
                        child.getFileName()
                                + (Files.isRegularFile(child) ? Files.readString(child) : ""));
            return found;
        }
    }
}
