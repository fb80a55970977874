package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.session.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// What the engine puts inside a project is nothing that git would show.
@Tag("slow")
@EnabledIf("hasGit")
class GitStatusTest {

    private static final Path VARIABLES = Path.of("pipelines/daily_weather/.variables");

    @TempDir Path home;
    @TempDir Path folder;

    @SuppressWarnings("unused") // Read by @EnabledIf.
    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void commitASample() throws Exception {
        SampleCopy.make("seattle-weather", folder);
        Files.writeString(folder.resolve(".gitignore"), "output/\n");
        git("init", "--quiet");
        git("add", "--all");
        git("commit", "--quiet", "--message=start");
    }

    private String git(String... arguments) throws Exception {
        var command =
                new ArrayList<>(
                        List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost"));
        command.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), printed);
        return printed;
    }

    @Test
    void aRunLeavesTheWorkTreeClean() throws Exception {
        run();

        assertTrue(Files.isDirectory(folder.resolve(VARIABLES).resolve("1")), "stored elsewhere");
        assertEquals("", git("status", "--porcelain"));
    }

    @Test
    void openingAProjectLeavesTheWorkTreeClean() throws Exception {
        try (var _ = new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            assertEquals("", git("status", "--porcelain"));
        }
    }

    @Test
    void whatTheAuthorIgnoresInsteadIsKept() throws Exception {
        Path ignore = folder.resolve(VARIABLES).resolve(".gitignore");
        Files.createDirectories(folder.resolve(VARIABLES));
        Files.writeString(ignore, "*.tmp\n");

        run();

        assertEquals("*.tmp\n", Files.readString(ignore));
    }

    private void run() {
        try (ProjectSession session =
                new EngineSessions(TestHost.in(home)).forCommandLine(folder)) {
            assertEquals(
                    "completed", TestProject.run(session, "daily_weather").run().state().word());
        }
    }
}
