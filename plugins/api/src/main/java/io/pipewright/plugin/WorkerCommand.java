package io.pipewright.plugin;

import java.util.List;
import java.util.Map;

/// One worker, ready to be started.
///
/// @param poolKey workers with equal keys can stand in for each other
/// @param runtime what is limited and how many may idle
/// @param command program and arguments
/// @param environment added to the inherited environment
public record WorkerCommand(
        String poolKey, Runtime runtime, List<String> command, Map<String, String> environment) {

    /// What a worker runs on: decides its memory limit and how many idle ones are kept.
    public enum Runtime {
        CPYTHON,
        JVM,
        OTHER
    }

    public WorkerCommand {
        if (command.isEmpty()) throw new IllegalArgumentException("a worker needs a command");
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
