package io.pipewright.engine.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.TestHost;
import io.pipewright.engine.project.UserFolders;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The command line in this process, and a project that a test writes file by file.
///
/// @param home the user's
/// @param folder the project's
record CommandLineFixture(Path home, Path folder) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// What a command left.
    ///
    /// @param stdout standard output
    /// @param err standard error
    record Result(int exit, ByteArrayOutputStream stdout, String err) {

        /// Before anything was executed.
        static final Result NONE = new Result(-1, new ByteArrayOutputStream(), "");

        byte[] bytes() {
            return stdout.toByteArray();
        }

        String out() {
            return stdout.toString(StandardCharsets.UTF_8);
        }

        /// Standard output, which must be one JSON document and nothing else.
        JsonNode json() {
            try {
                return JSON.readTree(bytes());
            } catch (IOException e) {
                throw new AssertionError(out() + "\n" + err, e);
            }
        }
    }

    Result execute(String... arguments) {
        return execute(sessions(), arguments);
    }

    Result execute(Sessions sessions, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(stream(out), stream(err), false);
        int exit = new CommandLineProgram(console, sessions, failures()).execute(arguments);
        return new Result(exit, out, err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Sessions sessions() {
        return new EngineSessions(TestHost.in(home));
    }

    FailureFile failures() {
        return new FailureFile(
                new UserFolders(TestHost.in(home)).logs(),
                () -> Instant.parse("2026-03-01T12:00:00Z"));
    }

    /// An engine that holds the project until it is closed, as an open window's does.
    ProjectSession hold() {
        return sessions().forCommandLine(folder);
    }

    CommandLineFixture file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
