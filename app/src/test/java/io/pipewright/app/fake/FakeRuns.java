package io.pipewright.app.fake;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvent.BlockRunChanged;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.RunChanged;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunOrigin;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import io.pipewright.engine.variable.VariableKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Runs of the fake project that move one step at a time, on the fake clock.
///
/// Thread: any.
public final class FakeRuns {

    private final FakeClock clock;
    private final Consumer<EngineEvent> events;
    private final TreeMap<Long, PipelineRun> runs = new TreeMap<>(Comparator.reverseOrder());
    private final Map<RunId, List<BlockRun>> blockRuns = new HashMap<>();
    private final Map<String, List<LogLine>> logs = new HashMap<>();
    private final Map<String, BlockError> failures = new HashMap<>();
    private Optional<OutputInfo> extraTable = Optional.empty();
    private long nextId = 1040;

    FakeRuns(FakeClock clock, Consumer<EngineEvent> events) {
        this.clock = clock;
        this.events = events;
    }

    /// From now on `block` fails.
    public synchronized void breaks(String block, BlockError error) {
        failures.put(block, error);
    }

    public synchronized void repairs(String block) {
        failures.remove(block);
    }

    synchronized RunId start(RunRequest request) {
        var id = new RunId(nextId++);
        Instant now = clock.instant();
        var origin = new RunOrigin(7, "Manual", now, "7/" + id);
        var run =
                new PipelineRun(
                        id,
                        request.pipeline(),
                        origin,
                        Map.of(),
                        now,
                        new PipelineRunState.Initial());
        var blocks = new ArrayList<BlockRun>();
        for (Block block : SeattleWeather.PIPELINE.blocks())
            if (request.onlyBlock().isEmpty() || request.onlyBlock().get().equals(block.id()))
                blocks.add(
                        new BlockRun(
                                new BlockRunKey(id, block.blockRunUuid(), 1),
                                block.id(),
                                new BlockRunState.Initial()));
        blockRuns.put(id, blocks);
        put(run.with(new PipelineRunState.Running(now)));
        blocks.forEach(block -> events.accept(new BlockRunChanged(block)));
        return id;
    }

    /// A run of the past, of whatever pipeline.
    public synchronized void add(PipelineRun run, List<BlockRun> blocks) {
        blockRuns.put(run.id(), new ArrayList<>(blocks));
        put(run);
    }

    /// The newest run.
    public synchronized RunId newest() {
        return new RunId(runs.firstKey());
    }

    /// Starts a block of the newest run.
    public synchronized void begin(String block) {
        BlockRun blockRun = find(newest(), block);
        put(blockRun.with(new BlockRunState.Running(clock.instant())));
    }

    /// Ends a running block of the newest run as its script says.
    public synchronized void end(String block) {
        end(newest(), block);
    }

    public synchronized void print(String block, String line) {
        BlockRun blockRun = find(newest(), block);
        print(blockRun, line);
    }

    /// Moves a run to its end.
    public synchronized void finish(RunId run) {
        for (BlockRun blockRun : List.copyOf(blockRuns.getOrDefault(run, List.of()))) {
            if (blockRun.state().isFinal()) continue;
            if (!(blockRun.state() instanceof BlockRunState.Running))
                put(blockRun.with(new BlockRunState.Running(clock.instant())));
            end(run, blockRun.block().value());
        }
        complete(run);
    }

    /// Gives the newest run the state its blocks ask for.
    public synchronized void complete(RunId run) {
        PipelineRun known = known(run);
        Instant started = known.state().started().orElse(clock.instant());
        boolean failed =
                blockRuns.getOrDefault(run, List.of()).stream()
                        .anyMatch(blockRun -> blockRun.state() instanceof BlockRunState.Failed);
        put(
                known.with(
                        failed
                                ? new PipelineRunState.Failed(
                                        Optional.of(started), clock.instant(), "a block failed")
                                : new PipelineRunState.Completed(started, clock.instant())));
    }

    synchronized void cancel(RunId run) {
        for (BlockRun blockRun : List.copyOf(blockRuns.getOrDefault(run, List.of())))
            if (!blockRun.state().isFinal())
                put(
                        blockRun.with(
                                new BlockRunState.Cancelled(
                                        blockRun.state().started(), clock.instant(), "by hand")));
        PipelineRun known = known(run);
        put(
                known.with(
                        new PipelineRunState.Cancelled(
                                known.state().started(), clock.instant(), "by hand")));
    }

    synchronized Optional<RunDetail> detail(RunId run) {
        return Optional.ofNullable(runs.get(run.value()))
                .map(
                        known ->
                                new RunDetail(
                                        known,
                                        List.copyOf(blockRuns.getOrDefault(run, List.of())),
                                        Path.of("/logs")));
    }

    synchronized List<PipelineRun> list(RunQuery query) {
        return runs.values().stream()
                .filter(
                        run ->
                                query.pipeline().isEmpty()
                                        || query.pipeline().get().equals(run.pipeline()))
                .limit(query.limit())
                .toList();
    }

    synchronized Optional<PipelineRun> newest(PipelineId pipeline) {
        return runs.values().stream().filter(run -> run.pipeline().equals(pipeline)).findFirst();
    }

    synchronized int active() {
        return (int) runs.values().stream().filter(run -> !run.state().isFinal()).count();
    }

    synchronized List<LogLine> log(RunId run, String blockRunUuid) {
        return List.copyOf(logs.getOrDefault(run + "/" + blockRunUuid, List.of()));
    }

    synchronized OutputInfo output(VariableKey key) {
        return extraTable.orElseGet(() -> outcome(key.block().value()).outputs().getFirst());
    }

    synchronized void addTable(List<ColumnInfo> columns, long rowCount) {
        extraTable =
                Optional.of(
                        new OutputInfo(
                                "output_0",
                                "dataframe",
                                Path.of("/variables"),
                                OptionalLong.of(rowCount),
                                columns,
                                new OutputInfo.FileSeal("data.parquet", 1, 0)));
    }

    private void end(RunId run, String block) {
        BlockRun blockRun = find(run, block);
        Instant started = blockRun.state().started().orElse(clock.instant());
        var script = SeattleWeather.SCRIPTS.get(blockRun.block());
        if (script != null) {
            clock.set(started.plus(script.takes()));
            script.prints().forEach(line -> print(blockRun, line));
        }
        BlockError failure = failures.get(block);
        put(
                blockRun.with(
                        failure == null
                                ? new BlockRunState.Completed(
                                        started, clock.instant(), outcome(block))
                                : new BlockRunState.Failed(
                                        Optional.of(started),
                                        clock.instant(),
                                        failure,
                                        BlockOutcome.NONE)));
    }

    private static BlockOutcome outcome(String block) {
        var script = SeattleWeather.SCRIPTS.get(new io.pipewright.engine.project.BlockId(block));
        return script == null ? BlockOutcome.NONE : script.outcome();
    }

    private void print(BlockRun blockRun, String text) {
        var line = new LogLine(clock.instant(), "INFO", text, Map.of());
        logs.computeIfAbsent(
                        blockRun.key().run() + "/" + blockRun.key().blockRunUuid(),
                        _ -> new ArrayList<>())
                .add(line);
        events.accept(new LogPrinted(blockRun.key().run(), blockRun.key().blockRunUuid(), line));
    }

    private void put(PipelineRun run) {
        runs.put(run.id().value(), run);
        events.accept(new RunChanged(run));
    }

    private void put(BlockRun blockRun) {
        List<BlockRun> of = blockRuns.getOrDefault(blockRun.key().run(), List.of());
        of.replaceAll(known -> known.key().equals(blockRun.key()) ? blockRun : known);
        events.accept(new BlockRunChanged(blockRun));
    }

    private BlockRun find(RunId run, String block) {
        return blockRuns.getOrDefault(run, List.of()).stream()
                .filter(blockRun -> blockRun.block().value().equals(block))
                .findFirst()
                .orElseThrow();
    }

    private PipelineRun known(RunId run) {
        return Optional.ofNullable(runs.get(run.value())).orElseThrow();
    }
}
