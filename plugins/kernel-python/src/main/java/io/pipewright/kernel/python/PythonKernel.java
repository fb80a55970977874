package io.pipewright.kernel.python;

import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.KernelUnavailableException;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs Python blocks in the user's own CPython.
///
/// The worker is plain Python that needs nothing installed; it is unpacked into the runtime folder, with DuckDB's native
/// library, through which it reads and writes tables.
/// Options: `interpreter`, a program name or a path (relative to the project folder).
/// Thread: any.
public final class PythonKernel implements Kernel {

    private final InterpreterSearch interpreters;
    private final RunnerFiles runner = new RunnerFiles();

    /// For `ServiceLoader`.
    public PythonKernel() {
        this(InterpreterSearch.ofThisMachine());
    }

    PythonKernel(InterpreterSearch interpreters) {
        this.interpreters = interpreters;
    }

    @Override
    public String name() {
        return "python";
    }

    @Override
    public Set<String> languages() {
        return Set.of("python");
    }

    @Override
    public WorkerCommand workerCommand(WorkerSettings settings) throws KernelUnavailableException {
        List<String> interpreter =
                interpreters.find(settings.options().get("interpreter"), settings.projectFolder());
        List<String> command = new ArrayList<>(interpreter);
        // -B: no __pycache__ in the user's project. faulthandler: a crash of native code says
        // where.
        command.addAll(List.of("-B", "-X", "faulthandler", unpackedWorker(settings).toString()));
        return new WorkerCommand(
                "python " + String.join(" ", interpreter) + " " + settings.projectFolder(),
                WorkerCommand.Runtime.CPYTHON,
                command,
                environment(settings));
    }

    private Path unpackedWorker(WorkerSettings settings) throws KernelUnavailableException {
        try {
            return runner.unpackInto(settings.runtimeFolder()).resolve("pipewright_worker.py");
        } catch (IOException e) {
            throw cannotUnpack("the Python worker", settings, e);
        }
    }

    private static Map<String, String> environment(WorkerSettings settings)
            throws KernelUnavailableException {
        Map<String, String> environment = new HashMap<>();
        environment.put("PIPEWRIGHT_PROJECT", settings.projectFolder().toString());
        environment.put("PIPEWRIGHT_MEMORY", Long.toString(settings.memoryLimit()));
        try {
            DuckDbLibrary.find(settings.runtimeFolder(), settings.libraries())
                    .ifPresent(file -> environment.put("PIPEWRIGHT_DUCKDB", file.toString()));
        } catch (IOException e) {
            throw cannotUnpack("DuckDB's native library", settings, e);
        }
        return environment;
    }

    private static KernelUnavailableException cannotUnpack(
            String what, WorkerSettings settings, IOException cause) {
        var unavailable =
                new KernelUnavailableException(
                        "Cannot unpack %s into %s: %s. Check that the disk has room and the folder is writable."
                                .formatted(what, settings.runtimeFolder(), cause));
        unavailable.initCause(cause);
        return unavailable;
    }
}
