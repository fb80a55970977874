package io.pipewright.engine;

import io.pipewright.engine.cli.CommandLineProgram;
import io.pipewright.engine.cli.Console;

/// Starts the command line.
public final class Main {

    private Main() {}

    /// Ends the process with the exit code of the command.
    public static void main(String[] arguments) {
        var program = new CommandLineProgram(Console.ofProcess(), new EngineSessions());
        System.exit(program.execute(arguments));
    }
}
