package io.pipewright.engine.kernel;

import io.pipewright.engine.project.MemorySize;
import io.pipewright.plugin.WorkerCommand.Runtime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the workers of one project may use.
///
/// @param projectFolder absolute
/// @param stateFolder private to the user, on the file system of the outputs: socket, records and folders of the workers
/// @param variablesFolder where blocks find what other blocks stored; absolute
/// @param memoryLimit bytes that one worker with its children may use
/// @param startTime longest time from starting a worker to its greeting
/// @param prints how much of a block's prints is kept
public record PoolSettings(
        Path projectFolder,
        Path stateFolder,
        Path variablesFolder,
        long memoryLimit,
        Duration startTime,
        PrintCap prints) {

    /// How long a worker that may stay waits for work.
    static final Duration IDLE_TIME = Duration.ofMinutes(5);

    /// How long one too many waits: the next wave of blocks often starts within seconds.
    static final Duration SURPLUS_TIME = Duration.ofSeconds(3);

    /// How long closing waits for the last worker.
    static final Duration CLOSE_TIME = Duration.ofSeconds(12);

    /// A CPython worker is replaced after so many requests: leaks of user code must not add up.
    static final int CPYTHON_USES = 200;

    public PoolSettings {
        if (memoryLimit <= 0)
            throw new IllegalArgumentException(
                    "memoryLimit must be positive but was " + memoryLimit);
    }

    /// @param memoryLimit the project's; empty for the usual one
    public static PoolSettings of(
            Path projectFolder,
            Path stateFolder,
            Path variablesFolder,
            Optional<MemorySize> memoryLimit,
            MachineMemory memory) {
        return new PoolSettings(
                projectFolder,
                stateFolder,
                variablesFolder,
                memoryLimit.map(MemorySize::bytes).orElseGet(memory::defaultWorkerLimit),
                Duration.ofSeconds(60),
                PrintCap.DEFAULT);
    }

    /// How many idle workers of a runtime stay: CPython 2 in all, others 1 for each kernel.
    static int keptIdle(Runtime runtime) {
        return runtime == Runtime.CPYTHON ? 2 : 1;
    }

    /// Memory that a worker needs to get going, in bytes.
    static long startingMemory(Runtime runtime) {
        return switch (runtime) {
            case CPYTHON, OTHER -> 200L << 20;
            case JVM -> 400L << 20;
        };
    }
}
