package io.pipewright.benchmarks;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.PipelineOptions;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunOrigin;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.store.EngineStore;
import io.pipewright.engine.store.StateFolder;
import io.pipewright.engine.store.StoreOwner;
import io.pipewright.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Acknowledged changes per second of the run history, for one and for a hundred submitters.
///
/// A synced change is an accepted run; the other is a block run's new attempt. Each line is five seconds after two of warm-up.
public final class StoreBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("store-benchmark");
        var settings =
                new StoreSettings(
                        StateFolder.in(folder),
                        new StoreOwner(folder, Optional.empty()),
                        1,
                        InstantSource.system(),
                        Thread.ofPlatform().name("store-", 1).daemon().factory());
        try (var store = EngineStore.open(settings)) {
            System.out.println("submitters  synced  acknowledged/s");
            for (int submitters : new int[] {1, 100}) {
                report(submitters, false, store.runs());
                report(submitters, true, store.runs());
            }
        }
    }

    private static void report(int submitters, boolean synced, RunStore store) {
        perSecond(submitters, WARM_UP, synced, store);
        long rate = perSecond(submitters, MEASURED, synced, store);
        System.out.printf("%10d  %6s  %,14d%n", submitters, synced, rate);
    }

    private static long perSecond(int submitters, Duration time, boolean synced, RunStore store) {
        var done = new LongAdder();
        long deadline = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < submitters; i++) {
                threads.execute(() -> submit(deadline, synced, store, done));
            }
        }
        return done.sum() * 1_000 / time.toMillis();
    }

    private static void submit(long deadline, boolean synced, RunStore store, LongAdder done) {
        RunId run = store.accept(newRun()).id();
        for (int attempt = 1; System.nanoTime() < deadline; attempt++) {
            if (synced) store.accept(newRun());
            else store.move(firstState(run, attempt));
            done.increment();
        }
    }

    private static BlockRun firstState(RunId run, int attempt) {
        var key = new BlockRunKey(run, "load", attempt);
        return new BlockRun(key, new BlockId("load"), new BlockRunState.Initial());
    }

    private static NewRun newRun() {
        var options =
                new PipelineOptions(
                        Map.of(), OptionalInt.empty(), Optional.empty(), false, Map.of());
        var scope = new RunPlan.RunScope(Optional.empty(), true, false);
        var plan = new RunPlan(new PipelineId("bench"), options, List.of(), List.of(), scope, "");
        var origin = RunOrigin.manual(1, Instant.EPOCH, Map.of());
        return new NewRun(plan, origin, Map.of(), Instant.EPOCH);
    }
}
