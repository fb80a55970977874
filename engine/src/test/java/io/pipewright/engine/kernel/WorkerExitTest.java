package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pipewright.plugin.WorkerCommand.Runtime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkerExitTest {

    @ParameterizedTest
    @MethodSource
    void saysWhyAWorkerEnded(WorkerExit exit, String type, String part) {
        var error = exit.describe();

        assertEquals(type, error.type());
        assertEquals(true, error.message().contains(part), error.message());
    }

    static Stream<Arguments> saysWhyAWorkerEnded() {
        return Stream.of(
                arguments(new WorkerExit(0, Runtime.CPYTHON, false), "WorkerExited", "exit code 0"),
                arguments(new WorkerExit(3, Runtime.CPYTHON, false), "WorkerExited", "exit code 3"),
                arguments(
                        new WorkerExit(3, Runtime.JVM, false),
                        "OutOfMemory",
                        "more memory than its worker may use"),
                arguments(new WorkerExit(137, Runtime.CPYTHON, false), "WorkerKilled", "(SIGKILL)"),
                arguments(
                        new WorkerExit(137, Runtime.CPYTHON, true),
                        "OutOfMemory",
                        "this machine ran out of memory"),
                arguments(
                        new WorkerExit(139, Runtime.OTHER, false),
                        "WorkerKilled",
                        "a crash in native code"),
                arguments(new WorkerExit(160, Runtime.OTHER, false), "WorkerKilled", "signal 32"));
    }
}
