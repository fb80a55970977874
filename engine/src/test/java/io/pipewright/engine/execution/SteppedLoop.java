package io.pipewright.engine.execution;

import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.PipelineOptions;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.MemoryRunStore;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.PlannedBlock;
import io.pipewright.engine.run.RetryPolicy;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunOrigin;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunPlan.RunScope;
import io.pipewright.engine.run.Runs;
import io.pipewright.engine.variable.OutputLayout;
import io.pipewright.engine.variable.OutputPublisher;
import io.pipewright.engine.variable.VariableStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/// A run loop on kernels that the test steps and a clock that the test moves.
final class SteppedLoop implements AutoCloseable {

    final SteppedKernels kernels = new SteppedKernels();
    private final MemoryRunStore store = new MemoryRunStore();
    private final EngineEvents events = new EngineEvents(Thread.ofVirtual().factory());
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    private final RunRecorder recorder = new RunRecorder(store, events);
    private final List<Planned> planned = new ArrayList<>();
    private final RunLoop loop;
    private volatile Instant now = Runs.NOON;

    /// What makes the outputs of an ended run durable.
    volatile Consumer<List<OutputInfo>> sync = _ -> {};

    private record Planned(Instant due, Runnable action) {}

    SteppedLoop(Path folder, int concurrency) {
        var layout = new OutputLayout(folder);
        loop =
                new RunLoop(
                        store,
                        recorder,
                        executor(folder, layout),
                        outputs -> sync.accept(outputs),
                        concurrency,
                        new RunTime(() -> now, this::later, kernels.threads()));
        Thread.ofPlatform().daemon().start(recorder::writeForever);
    }

    private BlockExecutor executor(Path folder, OutputLayout layout) {
        var sql =
                new SqlRequests(
                        new ConnectionProfiles(folder, folder.resolve("none.duckdb"), Map::of),
                        new SqlFunctions(Map.of(), _ -> ""));
        return new BlockExecutor(
                kernels,
                new KernelRequests(
                        new BlockInputs(store, new VariableStore(layout)),
                        sql,
                        new KernelOptions(Map.of())),
                new OutputPublisher(layout, folder.resolve("state")),
                new BlockLogs(folder, events, timer, () -> now),
                () -> now);
    }

    private synchronized void later(Duration pause, Runnable action) {
        planned.add(new Planned(now.plus(pause), action));
    }

    RunId start(Block... blocks) {
        return start(OptionalInt.empty(), RetryPolicy.NONE, blocks);
    }

    RunId start(OptionalInt blockRunLimit, RetryPolicy retry, Block... blocks) {
        return start(blockRunLimit, retry, false, List.of(), blocks);
    }

    /// A run whose other blocks go on when one has failed.
    RunId startThatMayFail(Block... blocks) {
        return start(OptionalInt.empty(), RetryPolicy.NONE, true, List.of(), blocks);
    }

    RunId startWith(Block addOn, RetryPolicy retry, Block... blocks) {
        return start(OptionalInt.empty(), retry, false, List.of(addOn), blocks);
    }

    private RunId start(
            OptionalInt blockRunLimit,
            RetryPolicy retry,
            boolean mayFail,
            List<Block> addOns,
            Block... blocks) {
        RunPlan usual = Runs.plan(Runs.pipeline("daily", blocks));
        var options =
                new PipelineOptions(Map.of(), blockRunLimit, Optional.empty(), false, Map.of());
        List<PlannedBlock> withSources =
                usual.blocks().stream()
                        .map(
                                block ->
                                        new PlannedBlock(
                                                block.block(),
                                                block.upstream(),
                                                Optional.of("pass"),
                                                retry,
                                                block.supplies(),
                                                block.part()))
                        .toList();
        var plan =
                new RunPlan(
                        usual.pipeline(),
                        options,
                        withSources,
                        addOns.stream().map(SteppedLoop::planned).toList(),
                        new RunScope(Optional.empty(), true, mayFail),
                        usual.text());
        var origin = RunOrigin.manual(7, Runs.NOON, Map.of());
        return loop.start(new NewRun(plan, origin, Map.of(), Runs.NOON)).id();
    }

    private static PlannedBlock planned(Block addOn) {
        return new PlannedBlock(
                addOn,
                List.of(),
                Optional.of("pass"),
                RetryPolicy.NONE,
                List.of(),
                Optional.empty());
    }

    void cancel(RunId run) {
        loop.cancel(run, "cancelled by hand");
    }

    /// Moves the clock, and does what is due by then.
    void advance(Duration time) {
        kernels.awaitQuiet();
        now = now.plus(time);
        due().forEach(Runnable::run);
        kernels.awaitQuiet();
    }

    private synchronized List<Runnable> due() {
        List<Planned> due = planned.stream().filter(item -> !item.due().isAfter(now)).toList();
        planned.removeAll(due);
        return due.stream().map(Planned::action).toList();
    }

    /// As stored, once nothing more happens by itself.
    PipelineRunState stateOf(RunId run) {
        settle();
        return store.run(run).orElseThrow().state();
    }

    /// The newest attempt of each block, as stored: block -> `completed`, `failed` …
    Map<String, String> blockStates(RunId run) {
        settle();
        var states = new TreeMap<String, String>();
        store.blockRuns(run)
                .forEach(blockRun -> states.put(blockRun.block().value(), blockRun.state().word()));
        return states;
    }

    List<BlockRun> attempts(RunId run, String block) {
        settle();
        return store.attempts(run, block);
    }

    private void settle() {
        kernels.awaitQuiet();
        var written = new CompletableFuture<Boolean>();
        recorder.afterAll(() -> written.complete(true));
        written.join();
    }

    @Override
    public void close() {
        loop.cancelAll("the test is over");
        recorder.stop();
        events.close();
        timer.shutdown();
    }
}
