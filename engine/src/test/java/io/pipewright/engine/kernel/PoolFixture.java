package io.pipewright.engine.kernel;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockOptions;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// A pool of scripted workers with limits of its own, and short ways to run something in it.
final class PoolFixture implements AutoCloseable {

    final KernelPool pool;
    final PoolSettings settings;
    final PoolThreads threads = threads();
    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2024-01-05T06:00:00Z"));
    private final Path folder;
    private int requests;

    PoolFixture(Path folder) {
        this(folder, settings -> settings, MachineMemory.ofThisMachine());
    }

    PoolFixture(Path folder, UnaryOperator<PoolSettings> change, MachineMemory memory) {
        this.folder = folder;
        settings =
                change.apply(
                        new PoolSettings(
                                folder,
                                folder,
                                folder.resolve("variables"),
                                4L << 30,
                                Duration.ofSeconds(20),
                                PrintCap.DEFAULT));
        InstantSource clock = now::get;
        pool =
                new KernelPool(
                        List.of(ScriptedKernel.python(), ScriptedKernel.sql()),
                        InstalledLibraries.ofThisProcess(),
                        settings,
                        memory,
                        threads,
                        clock);
    }

    static PoolThreads threads() {
        var timer =
                new ScheduledThreadPoolExecutor(
                        2, Thread.ofPlatform().daemon().name("timer-", 0).factory());
        timer.setRemoveOnCancelPolicy(true);
        return new PoolThreads(
                Thread.ofPlatform().daemon().name("pump-", 0).factory(),
                Thread.ofVirtual().name("call-", 0).factory(),
                timer);
    }

    /// Runs a python block and waits for its end.
    Heard run(String... commands) {
        Heard heard = start("python", Map.of(), commands);
        heard.await();
        return heard;
    }

    Heard start(String language, Map<String, String> options, String... commands) {
        return start(request(language, options, Optional.empty(), commands));
    }

    Heard startSql(Path database, String... commands) {
        return start(
                request(
                        "sql",
                        Map.of(),
                        Optional.of(Map.of("database", database.toString())),
                        commands));
    }

    private Heard start(KernelRequest request) {
        var heard = new Heard();
        heard.call(pool.start(request, heard));
        return heard;
    }

    private KernelRequest request(
            String language,
            Map<String, String> options,
            Optional<Map<String, Object>> sql,
            String... commands) {
        var block =
                new Block(
                        new BlockId("block_" + ++requests),
                        "a block",
                        BlockKind.of("transformer", language),
                        List.of(),
                        new BlockSource(Optional.empty(), Optional.empty(), Optional.empty()),
                        new BlockOptions(Map.of(), Optional.empty(), Optional.empty(), Map.of()));
        var context =
                new KernelRequest.RunContext(
                        new RunId(1),
                        new PipelineId("daily"),
                        1,
                        Map.of(),
                        options,
                        new KernelTask.Execute(true));
        return new KernelRequest(
                block, String.join("\n", commands), context, List.of(), outputFolder(), sql);
    }

    private Path outputFolder() {
        try {
            return Files.createDirectories(folder.resolve("outputs-" + requests));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        threads.timer().shutdownNow();
    }
}
