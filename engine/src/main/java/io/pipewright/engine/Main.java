package io.pipewright.engine;

import io.pipewright.engine.cli.CommandLineProgram;
import io.pipewright.engine.cli.Console;
import io.pipewright.engine.cli.FailureFile;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.UserFolders;
import java.time.InstantSource;

/// Starts the command line.
public final class Main {

    private Main() {}

    /// Ends the process with the exit code of the command.
    public static void main(String[] arguments) {
        HostEnvironment host = HostEnvironment.current();
        var failures = new FailureFile(new UserFolders(host).logs(), InstantSource.system());
        var program =
                new CommandLineProgram(Console.ofProcess(), new EngineSessions(host), failures);
        System.exit(program.execute(arguments));
    }
}
