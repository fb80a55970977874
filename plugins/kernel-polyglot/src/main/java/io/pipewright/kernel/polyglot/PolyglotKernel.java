package io.pipewright.kernel.polyglot;

import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerSettings;
import io.pipewright.worker.JvmCommand;
import java.util.Map;
import java.util.Set;

/// Runs JavaScript blocks on GraalVM polyglot.
/// Thread: any.
public final class PolyglotKernel implements Kernel {

    // The JVM itself: code, classes, thread stacks.
    private static final long OVERHEAD = 384L << 20;

    @Override
    public String name() {
        return "polyglot";
    }

    @Override
    public Set<String> languages() {
        return Set.of("javascript");
    }

    @Override
    public WorkerCommand workerCommand(WorkerSettings settings) {
        long memory = Math.max(0, settings.memoryLimit() - OVERHEAD);
        var jvm =
                new JvmCommand(
                        "kernel-polyglot",
                        PolyglotWorker.class.getName(),
                        memory / 10 * 7,
                        memory / 5);
        return new WorkerCommand(
                "polyglot", WorkerCommand.Runtime.JVM, jvm.command(settings.libraries()), Map.of());
    }
}
