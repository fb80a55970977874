package io.pipewright.engine.kernel;

import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.KernelUnavailableException;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerCommand.Runtime;
import io.pipewright.plugin.WorkerSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Starts `ScriptedWorker` for `python` and `sql` blocks. Options: `command` replaces its command by a shell line, `missing`
/// makes it unavailable.
record ScriptedKernel(String name, Set<String> languages, Runtime runtime) implements Kernel {

    static ScriptedKernel python() {
        return new ScriptedKernel("python", Set.of("python"), Runtime.CPYTHON);
    }

    static ScriptedKernel sql() {
        return new ScriptedKernel("sql", Set.of("sql"), Runtime.JVM);
    }

    @Override
    public WorkerCommand workerCommand(WorkerSettings settings) throws KernelUnavailableException {
        if (settings.options().containsKey("missing"))
            throw new KernelUnavailableException("no such runtime here");
        String shell = settings.options().get("command");
        List<String> command =
                shell != null
                        ? List.of("sh", "-c", shell)
                        : List.of(
                                settings.libraries().java().toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ScriptedWorker.class.getName());
        return new WorkerCommand(settings.options().toString(), runtime, command, Map.of());
    }
}
