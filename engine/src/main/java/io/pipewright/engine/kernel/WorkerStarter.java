package io.pipewright.engine.kernel;

import io.pipewright.engine.variable.FolderRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts worker processes and waits until they have greeted. Thread: any, blocking.
final class WorkerStarter {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerStarter.class);
    private static final PrintCap LAST_WORDS = new PrintCap(0, 16 * 1024);
    private static final Duration KILL_TIME = Duration.ofSeconds(5);
    // Before the engine, which must outlive every block.
    private static final String KILLED_FIRST = "800";

    private final WorkerListener listener;
    private final StaleWorkers records;
    private final Path folder;
    private final Path variablesFolder;
    private final PoolThreads threads;
    private final Duration deadline;

    /// @param folder where each worker gets a folder of its own
    /// @param settings the time from start to greeting, and where the outputs of the project are
    WorkerStarter(
            WorkerListener listener,
            StaleWorkers records,
            Path folder,
            PoolThreads threads,
            PoolSettings settings) {
        this.listener = listener;
        this.records = records;
        this.folder = folder;
        this.threads = threads;
        this.variablesFolder = settings.variablesFolder();
        this.deadline = settings.startTime();
    }

    WorkerProcess start(WorkerLaunch launch) throws WorkerStartException {
        WorkerListener.Expected expected = listener.expect();
        String mark = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, "");
            Process process = launched(launch, expected.token(), mark, own);
            return greeted(launch, process, new ProcessTree(process.toHandle(), mark), expected);
        } catch (IOException e) {
            expected.greeted().cancel(false);
            throw new WorkerStartException(
                    "Cannot start the "
                            + launch.kernel()
                            + " worker ("
                            + launch.command().command().getFirst()
                            + "): "
                            + e.getMessage(),
                    e);
        }
    }

    private Process launched(WorkerLaunch launch, String token, String mark, Path own)
            throws IOException {
        var builder = new ProcessBuilder(launch.command().command()).directory(own.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(
                        name -> name.startsWith("PIPEWRIGHT_") || name.equals("JAVA_TOOL_OPTIONS"));
        for (String name : List.of("TMPDIR", "TMP", "TEMP")) environment.put(name, own.toString());
        environment.putAll(launch.command().environment());
        environment.put("PIPEWRIGHT_SOCKET", listener.address());
        environment.put("PIPEWRIGHT_TOKEN", token);
        environment.put("PIPEWRIGHT_VARIABLES", variablesFolder.toString());
        environment.put(ProcessTree.MARK, mark);
        Process process = builder.start();
        process.getOutputStream().close();
        records.remember(process.toHandle(), mark);
        offerToOutOfMemoryKiller(process);
        var _ = process.onExit().thenRun(() -> threads.inBackground(() -> cleanUp(process, own)));
        return process;
    }

    private static void offerToOutOfMemoryKiller(Process process) {
        if (!OperatingSystem.isLinux()) return;
        try {
            Files.writeString(
                    Path.of("/proc", Long.toString(process.pid()), "oom_score_adj"), KILLED_FIRST);
        } catch (IOException e) {
            LOG.debug("Worker {} keeps its out-of-memory score", process.pid(), e);
        }
    }

    private void cleanUp(Process process, Path own) {
        records.forget(process.pid());
        try {
            FolderRemoval.remove(own);
        } catch (IOException e) {
            LOG.warn("Could not remove the folder of worker {}", process.pid(), e);
        }
    }

    private WorkerProcess greeted(
            WorkerLaunch launch,
            Process process,
            ProcessTree tree,
            WorkerListener.Expected expected)
            throws WorkerStartException {
        WorkerOutput output = WorkerOutput.of(process, expected.token(), threads.pumps());
        var lastWords = new ArrayList<String>();
        output.begin(new BlockPrints(lastWords::add, LAST_WORDS));
        CompletableFuture<WorkerListener.Greeted> greeted = expected.greeted();
        var _ =
                process.onExit()
                        .thenRun(
                                () ->
                                        greeted.completeExceptionally(
                                                new IOException(
                                                        "it ended with exit code "
                                                                + process.exitValue())));
        try {
            WorkerListener.Greeted worker = greeted.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            output.finish(0, Duration.ZERO);
            return new WorkerProcess(launch, process, tree, output, worker, threads);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            tree.kill(KILL_TIME);
            output.finish(0, KILL_TIME);
            throw new WorkerStartException(
                    "Cannot start the "
                            + launch.kernel()
                            + " worker: "
                            + reason(e)
                            + lastWords(lastWords),
                    e);
        } finally {
            greeted.cancel(false);
        }
    }

    private String reason(Exception failure) {
        return switch (failure) {
            case ExecutionException wrapped when wrapped.getCause() != null ->
                    String.valueOf(wrapped.getCause().getMessage());
            case TimeoutException _ -> "it did not connect within " + deadline.toSeconds() + " s";
            default -> "the start was interrupted";
        };
    }

    private static String lastWords(List<String> lines) {
        return lines.isEmpty()
                ? "; it printed nothing"
                : "; it printed:\n" + String.join("\n", lines);
    }
}
