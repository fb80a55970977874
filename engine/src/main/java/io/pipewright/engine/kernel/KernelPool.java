package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.variable.FolderRemoval;
import io.pipewright.engine.variable.SqlQuestions;
import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.KernelUnavailableException;
import io.pipewright.plugin.Libraries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of one project, kept warm. Ends what an earlier engine left before it starts the first one.
///
/// Thread: any.
public final class KernelPool implements Kernels {

    private static final Logger LOG = LoggerFactory.getLogger(KernelPool.class);

    private final KernelCommands commands;
    private final PoolThreads threads;
    private final WorkerListener listener;
    private final WorkerPool workers;
    private final BlockRunner runner;
    private final SqlQuestions questions;
    private final Future<?> sweeps;
    private final Set<WorkerCall> calls = ConcurrentHashMap.newKeySet();

    /// @param kernels see `installedKernels`
    public KernelPool(
            List<Kernel> kernels,
            Libraries libraries,
            PoolSettings settings,
            MachineMemory memory,
            PoolThreads threads,
            InstantSource clock) {
        this.threads = threads;
        var records = new StaleWorkers(settings.stateFolder());
        records.endLeftovers();
        Path workerFolders = settings.stateFolder().resolve("tmp").resolve("workers");
        removeLeftovers(workerFolders);
        commands = new KernelCommands(kernels, libraries, settings);
        listener = WorkerListener.open(settings.stateFolder(), threads);
        var starter = new WorkerStarter(listener, records, workerFolders, threads, settings);
        workers = new WorkerPool(starter, memory, threads, clock);
        runner = new BlockRunner(commands, workers, new MemoryWatch(threads), settings);
        questions = new WorkerQuestions(commands, workers, threads);
        sweeps = threads.every(Duration.ofSeconds(1), workers::sweep);
    }

    private static void removeLeftovers(Path workerFolders) {
        try {
            FolderRemoval.remove(workerFolders);
        } catch (IOException e) {
            LOG.warn("Could not remove the folders of earlier workers", e);
        }
    }

    /// The kernel plugins of this installation.
    public static List<Kernel> installedKernels() {
        return ServiceLoader.load(Kernel.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// Questions about stored tables, answered beside the blocks.
    public SqlQuestions questions() {
        return questions;
    }

    @Override
    public Optional<String> whyNotRunnable(BlockKind kind, Map<String, String> kernelOptions) {
        try {
            commands.launchFor(kind, kernelOptions);
            return Optional.empty();
        } catch (KernelUnavailableException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void warm(BlockKind kind, Map<String, String> kernelOptions) {
        try {
            workers.warm(commands.launchFor(kind, kernelOptions));
        } catch (KernelUnavailableException e) {
            LOG.debug("Nothing to warm for {}", kind, e);
        }
    }

    @Override
    public KernelCall start(KernelRequest request, KernelListener listener) {
        var call = new WorkerCall();
        calls.add(call);
        threads.inBackground(
                () -> {
                    call.run(request, listener, runner);
                    calls.remove(call);
                });
        return call;
    }

    @Override
    public KernelStatus status() {
        return workers.status();
    }

    @Override
    public void close() {
        sweeps.cancel(false);
        calls.forEach(call -> call.expectEnd("the engine is stopping"));
        workers.close();
        listener.close();
    }
}
