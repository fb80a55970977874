package io.pipewright.engine.cli;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.editing.EditRefusedException;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.session.Sessions;
import java.io.PrintWriter;
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

    public CommandLineProgram(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    /// Runs one command and gives its exit code. Thread: the caller's, for as long as the command takes.
    public int execute(String... arguments) {
        var commandLine = new CommandLine(this, new CommandFactory(console, sessions));
        commandLine.setOut(new PrintWriter(console.out(), true, console.out().charset()));
        commandLine.setErr(new PrintWriter(console.err(), true, console.err().charset()));
        commandLine.setExecutionExceptionHandler(this::report);
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            return ExitCode.WRONG_USAGE_OR_BROKEN_PROJECT;
        }
        return commandLine.execute(arguments);
    }

    private int report(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        switch (failure) {
            case BrokenProjectException broken -> console.note(Problems.line(broken.problem()));
            case SessionException refused -> console.note("pipewright: " + refused.getMessage());
            case EditRefusedException refused ->
                    console.note("pipewright: " + refused.getMessage());
            case UsageException usage -> console.note("pipewright: " + usage.getMessage());
            default -> throw failure;
        }
        return ExitCode.WRONG_USAGE_OR_BROKEN_PROJECT;
    }
}
