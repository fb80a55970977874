package io.pipewright.engine.cli;

import io.pipewright.engine.session.Sessions;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes the commands, so that each gets what it needs through its constructor.
final class CommandFactory implements IFactory {

    private final Console console;
    private final Sessions sessions;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Console console, Sessions sessions) {
        this.console = console;
        this.sessions = sessions;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) return type.cast(new RunCommand(console, sessions));
        if (type == ListCommand.class) return type.cast(new ListCommand(console, sessions));
        if (type == ValidateCommand.class) return type.cast(new ValidateCommand(console, sessions));
        if (type == InitCommand.class) return type.cast(new InitCommand(console));
        if (type == OutputCommand.class) return type.cast(new OutputCommand(console, sessions));
        return others.create(type);
    }
}
