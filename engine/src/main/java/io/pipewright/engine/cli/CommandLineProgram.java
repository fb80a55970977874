package io.pipewright.engine.cli;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.editing.EditRefusedException;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.session.Sessions;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/// The command line of Pipewright. `docs/cli.md` is its manual.
@Command(
        name = "pipewright",
        mixinStandardHelpOptions = true,
        version = "pipewright 0.1.0",
        description = "Runs data pipelines. Without a command the window opens.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            InitCommand.class,
            OutputCommand.class
        })
public final class CommandLineProgram {

    private final Console console;
    private final Sessions sessions;
    private final FailureFile failures;

    public CommandLineProgram(Console console, Sessions sessions, FailureFile failures) {
        this.console = console;
        this.sessions = sessions;
        this.failures = failures;
    }

    /// Runs one command and gives its exit code. Thread: the caller's, for as long as the command takes.
    public int execute(String... arguments) {
        var commandLine = new CommandLine(this, new CommandFactory(console, sessions));
        commandLine.setOut(new PrintWriter(console.out(), true, console.out().charset()));
        commandLine.setErr(new PrintWriter(console.err(), true, console.err().charset()));
        // A name is a name, also with "@" before it, and no file of arguments.
        commandLine.setExpandAtFiles(false);
        commandLine.setExecutionExceptionHandler(this::report);
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            return ExitCode.WRONG_USAGE_OR_BROKEN_PROJECT;
        }
        return commandLine.execute(arguments);
    }

    private int report(Exception failure, CommandLine command, ParseResult arguments) {
        switch (failure) {
            case BrokenProjectException broken -> console.note(Problems.line(broken.problem()));
            case SessionException refused -> console.note("pipewright: " + refused.getMessage());
            case EditRefusedException refused ->
                    console.note("pipewright: " + refused.getMessage());
            case UsageException usage -> console.note("pipewright: " + usage.getMessage());
            default -> console.note(unforeseen(failure, arguments));
        }
        return ExitCode.WRONG_USAGE_OR_BROKEN_PROJECT;
    }

    private String unforeseen(Exception failure, ParseResult arguments) {
        String command = named(arguments);
        String details =
                failures.keep(command, failure)
                        .map(file -> file + " has the details.")
                        .orElse("The details could not be written anywhere.");
        return "pipewright: \""
                + command
                + "\" failed unexpectedly: "
                + why(failure)
                + ". "
                + details;
    }

    /// The command with its project, pipeline and block. Options are left out: they may hold secrets.
    private static String named(ParseResult arguments) {
        ParseResult last = arguments;
        while (last.hasSubcommand()) last = last.subcommand();
        return Stream.concat(
                        Stream.of(last.commandSpec().name()),
                        last.matchedPositionals().stream()
                                .flatMap(given -> given.originalStringValues().stream()))
                .collect(Collectors.joining(" "));
    }

    /// The failure and its causes, each on the same line.
    private static String why(Exception failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .map(CommandLineProgram::said)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /// The message of a failed read or write is a sentence; that of anything else may need its name.
    private static String said(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) return failure.getClass().getSimpleName();
        String line = message.lines().findFirst().orElse("").strip();
        return failure instanceof UncheckedIOException
                ? line
                : failure.getClass().getSimpleName() + ": " + line;
    }
}
