package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One live worker: its process, its connection, its output. Answers one request at a time.
///
/// Thread: any; one exchange at a time.
final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final Duration EXIT_TIME = Duration.ofSeconds(2);
    private static final Duration KILL_TIME = Duration.ofSeconds(10);

    private final WorkerLaunch launch;
    private final Process process;
    private final ProcessTree tree;
    private final WorkerOutput output;
    private final WorkerListener.Greeted greeted;
    private final PoolThreads threads;
    private final long memoryKillsBefore = WorkerExit.outOfMemoryKills();
    private final AtomicLong lastId = new AtomicLong();
    private volatile @Nullable BlockError killReason;

    WorkerProcess(
            WorkerLaunch launch,
            Process process,
            ProcessTree tree,
            WorkerOutput output,
            WorkerListener.Greeted greeted,
            PoolThreads threads) {
        this.launch = launch;
        this.process = process;
        this.tree = tree;
        this.output = output;
        this.greeted = greeted;
        this.threads = threads;
    }

    WorkerLaunch launch() {
        return launch;
    }

    ProcessTree tree() {
        return tree;
    }

    /// What it runs on, in words: `CPython 3.11.2`.
    String runtime() {
        return greeted.hello().text("runtime").orElse(launch.kernel());
    }

    /// Completes when the process has ended.
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// One request and its answer; `prints` get what is printed meanwhile.
    Exchange begin(LongFunction<Map<String, @Nullable Object>> request, BlockPrints prints) {
        long id = lastId.incrementAndGet();
        output.begin(prints);
        return new Exchange(this, id, request.apply(id), threads);
    }

    WorkerChannel channel() {
        return greeted.channel();
    }

    WorkerOutput output() {
        return output;
    }

    /// Kills the whole tree. The first reason given is the one that is told.
    void kill(BlockError reason) {
        if (killReason == null) killReason = reason;
        killTree();
    }

    /// Asks an idle worker to end, and makes sure that its whole tree does. Blocking, up to some seconds.
    void stop() {
        if (process.isAlive()) askToStop();
        awaitExit(EXIT_TIME);
        killTree();
    }

    private void askToStop() {
        try {
            channel().send(Map.of("type", "stop"));
            channel().close();
        } catch (IOException e) {
            LOG.debug("Worker {} cannot be asked to stop: {}", process.pid(), e.getMessage());
        }
    }

    /// After its connection broke: why, in words. Blocking until the whole tree is gone.
    BlockError whyLost() {
        boolean exited = awaitExit(EXIT_TIME);
        killTree();
        BlockError reason = killReason;
        if (reason != null) return reason;
        if (!exited) {
            return BlockError.of(
                    "WorkerLost",
                    "the block's process closed its connection to the engine, so it was ended");
        }
        boolean memoryShort = WorkerExit.outOfMemoryKills() > memoryKillsBefore;
        return new WorkerExit(process.exitValue(), launch.command().runtime(), memoryShort)
                .describe();
    }

    private void killTree() {
        if (!tree.kill(KILL_TIME))
            LOG.warn("Processes of worker {} do not end: {}", process.pid(), tree.members());
    }

    private boolean awaitExit(Duration longest) {
        try {
            process.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
