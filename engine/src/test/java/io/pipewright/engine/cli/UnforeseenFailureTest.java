package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.cli.CommandLineFixture.Result;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.ProjectValidation;
import io.pipewright.engine.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnforeseenFailureTest {

    @TempDir Path home;

    @Test
    void isOneSentenceAndItsStackTraceIsInAFile() throws IOException {
        var program = new CommandLineFixture(home, home.resolve("shop"));

        Result failed =
                program.execute(
                        new Failing(() -> new IllegalStateException("no state \"x\"")),
                        "run",
                        "shop",
                        "daily",
                        "--var",
                        "password=hidden");

        Path file = program.failures().folder().resolve("command-line-failure.log");
        assertEquals(2, failed.exit());
        assertEquals("", failed.out());
        assertEquals(
                "pipewright: \"run shop daily\" failed unexpectedly: IllegalStateException: no state \"x\". "
                        + file
                        + " has the details."
                        + System.lineSeparator(),
                failed.err());
        String details = Files.readString(file);
        assertTrue(details.startsWith("2026-03-01T12:00:00Z pipewright run shop daily"), details);
        assertTrue(details.contains("\tat "), details);
        assertFalse(details.contains("hidden"), details);
    }

    @Test
    void saysWhatTheDiskRefused() {
        var refusal = new IOException("Too many open files");

        Result failed =
                new CommandLineFixture(home, home.resolve("shop"))
                        .execute(
                                new Failing(
                                        () ->
                                                new UncheckedIOException(
                                                        "Cannot open the engine of shop", refusal)),
                                "list",
                                "shop");

        assertEquals(2, failed.exit());
        assertTrue(
                failed.err()
                        .startsWith(
                                "pipewright: \"list shop\" failed unexpectedly: Cannot open the engine of shop: IOException: Too many open files. "),
                failed.err());
    }

    @Test
    void isSaidToBeWrittenNowhereWhenItCannotBe() throws IOException {
        Path taken = Files.writeString(home.resolve("taken"), "a file");

        Result failed =
                new CommandLineFixture(taken, home.resolve("shop"))
                        .execute(new Failing(IllegalStateException::new), "list", "shop");

        assertEquals(2, failed.exit());
        assertEquals(
                "pipewright: \"list shop\" failed unexpectedly: IllegalStateException. The details could not be written anywhere."
                        + System.lineSeparator(),
                failed.err());
    }

    /// Fails at whatever it is asked.
    private record Failing(Supplier<RuntimeException> failure) implements Sessions {

        @Override
        public ProjectSession open(Path folder) {
            throw failure.get();
        }

        @Override
        public ProjectSession forCommandLine(Path folder) {
            throw failure.get();
        }

        @Override
        public ProjectListing listing(Path folder) {
            throw failure.get();
        }

        @Override
        public ProjectValidation validation(Path folder) {
            throw failure.get();
        }
    }
}
