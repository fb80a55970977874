package io.pipewright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Trust;
import io.pipewright.engine.project.UserFolders;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.SessionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EngineSessionsTest {

    private static final String BLOCK = "@transformer\ndef run(*args, **kwargs):\n    return 1\n";

    @TempDir Path home;
    @TempDir Path folder;

    private Trust trustOf(HostEnvironment host) {
        return new Trust(new UserFolders(host).config());
    }

    @Test
    void anEngineInThisProcessKeepsTrustWhereTheHostSays() {
        HostEnvironment host = TestHost.in(home);
        TestProject.in(folder).python("one", List.of(), BLOCK);

        try (ProjectSession session = new EngineSessions(host).forCommandLine(folder)) {
            session.trust();
        }

        assertTrue(trustOf(host).isTrusted(folder));
    }

    @Test
    void aBackgroundEngineKeepsTrustWhereTheHostSays() {
        HostEnvironment host = TestHost.in(home);
        TestProject.in(folder).python("one", List.of(), BLOCK);

        try (ProjectSession session = new EngineSessions(host).open(folder)) {
            ProcessHandle engine = ProcessHandle.of(session.status().pid()).orElseThrow();
            session.trust();
            engine.destroy();
            engine.onExit().join();
        }

        assertTrue(trustOf(host).isTrusted(folder));
    }

    @Test
    void aProjectOfTheSameNameIsToldWhoseStateItWouldTake() throws IOException {
        var sessions = new EngineSessions(TestHost.in(home));
        Path first = project("first");
        Path second = project("second");
        sessions.forCommandLine(first).close();

        var inThisProcess =
                assertThrows(SessionException.class, () -> sessions.forCommandLine(second));
        var inTheBackground = assertThrows(SessionException.class, () -> sessions.open(second));

        String told = String.valueOf(inThisProcess.getMessage());
        assertTrue(told.contains("it belongs to the project " + first.toRealPath()), told);
        assertEquals(told, inTheBackground.getMessage());
    }

    /// One called `shop`, whose outputs go where its name says.
    private Path project(String parent) throws IOException {
        Path shop = Files.createDirectories(folder.resolve(parent).resolve("shop"));
        Files.writeString(shop.resolve("metadata.yaml"), "project_type: standalone\n");
        return shop;
    }
}
