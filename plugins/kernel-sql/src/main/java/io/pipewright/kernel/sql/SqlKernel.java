package io.pipewright.kernel.sql;

import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.plugin.WorkerSettings;
import io.pipewright.worker.JvmCommand;
import java.util.Map;
import java.util.Set;

/// Runs SQL blocks on DuckDB, and answers the engine's questions about stored outputs.
/// Thread: any.
public final class SqlKernel implements Kernel {

    private static final long HEAP = 256L << 20;
    // The JVM itself, thread stacks, and what DuckDB takes beside its buffers.
    private static final long OVERHEAD = 256L << 20;

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Set<String> languages() {
        return Set.of("sql");
    }

    @Override
    public WorkerCommand workerCommand(WorkerSettings settings) {
        long duckDbMemory = Math.max(0, settings.memoryLimit() - HEAP - OVERHEAD) / 5 * 4;
        var jvm = new JvmCommand("kernel-sql", SqlWorker.class.getName(), HEAP, duckDbMemory);
        return new WorkerCommand(
                "sql", WorkerCommand.Runtime.JVM, jvm.command(settings.libraries()), Map.of());
    }
}
