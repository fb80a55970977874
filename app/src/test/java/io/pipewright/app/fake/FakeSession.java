package io.pipewright.app.fake;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.EngineStatus;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectListing.Counts;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.ProjectValidation.BlockValidation;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A session on `seattle-weather` in memory. Runs move only when `runs()` is told to, or at once after `finishRunsAtOnce`.
///
/// Remembers which threads asked for pages, and fails when the FX thread asks for anything.
public final class FakeSession implements ProjectSession {

    private final FakeClock clock;
    private final FakeRuns runs;
    private final List<Consumer<EngineEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger pagesAsked = new AtomicInteger();
    private volatile boolean trusted;
    private volatile boolean finishesAtOnce;
    private volatile boolean lost;
    private volatile List<ProjectProblem> problems = List.of();
    private final Map<BlockId, String> reasons = new ConcurrentHashMap<>();
    private volatile String python = "Python 3.11 · .venv";

    public FakeSession(FakeClock clock) {
        this.clock = clock;
        this.runs =
                new FakeRuns(clock, event -> listeners.forEach(listener -> listener.accept(event)));
    }

    public FakeClock clock() {
        return clock;
    }

    public FakeRuns runs() {
        return runs;
    }

    public FakeSession trusted() {
        trusted = true;
        return this;
    }

    public FakeSession finishRunsAtOnce() {
        finishesAtOnce = true;
        return this;
    }

    /// A second pipeline that cannot be opened.
    public FakeSession withBroken(ProjectProblem problem) {
        problems = List.of(problem);
        return this;
    }

    public FakeSession cannotRun(String block, String why) {
        reasons.put(new BlockId(block), why);
        return this;
    }

    public void lose() {
        lost = true;
    }

    public int pagesAsked() {
        return pagesAsked.get();
    }

    public void tell(EngineEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public ProjectListing listing() {
        check();
        var fine =
                new PipelineEntry(
                        SeattleWeather.ID,
                        "daily_weather",
                        "python",
                        new Counts(5, 1, 1),
                        List.of(),
                        runs.newest(SeattleWeather.ID));
        if (problems.isEmpty())
            return new ProjectListing(
                    "seattle-weather",
                    FakeBlocks.FOLDER,
                    trusted,
                    List.of(fine),
                    List.of(),
                    Optional.empty());
        var broken =
                new PipelineEntry(
                        new PipelineId("orders_sync"),
                        "orders_sync",
                        "invalid",
                        new Counts(0, 0, 0),
                        problems,
                        Optional.empty());
        return new ProjectListing(
                "seattle-weather",
                FakeBlocks.FOLDER,
                trusted,
                List.of(fine, broken),
                List.of(),
                Optional.empty());
    }

    @Override
    public Optional<Pipeline> pipeline(PipelineId pipeline) {
        check();
        return pipeline.equals(SeattleWeather.ID)
                ? Optional.of(SeattleWeather.PIPELINE)
                : Optional.empty();
    }

    @Override
    public Optional<PipelineValidation> validation(PipelineId pipeline) {
        return pipeline(pipeline)
                .map(
                        known ->
                                new PipelineValidation(
                                        pipeline,
                                        known.blocks().stream().map(this::validation).toList()));
    }

    private BlockValidation validation(Block block) {
        return new BlockValidation(
                block.id(), block.kind(), Optional.ofNullable(reasons.get(block.id())));
    }

    @Override
    public Optional<String> source(PipelineId pipeline, BlockId block) {
        check();
        return Optional.ofNullable(SeattleWeather.SOURCES.get(block));
    }

    @Override
    public void trust() {
        check();
        trusted = true;
    }

    @Override
    public RunId start(RunRequest request) {
        check();
        if (!trusted)
            throw new SessionException("The folder is not trusted. Trust it to run its blocks.");
        RunId run = runs.start(request);
        if (finishesAtOnce) Thread.startVirtualThread(() -> runs.finish(run));
        return run;
    }

    @Override
    public void cancel(RunId run) {
        check();
        runs.cancel(run);
    }

    @Override
    public Optional<RunDetail> run(RunId run) {
        check();
        return runs.detail(run);
    }

    @Override
    public List<PipelineRun> runs(RunQuery query) {
        check();
        return runs.list(query);
    }

    @Override
    public List<LogLine> log(RunId run, String blockRunUuid) {
        check();
        return runs.log(run, blockRunUuid);
    }

    @Override
    public TablePage page(VariableKey output, long offset, int limit) {
        check();
        pagesAsked.incrementAndGet();
        var info = runs.output(output);
        return FakeTables.page(info.columns(), info.rowCount().orElse(0), offset, limit);
    }

    /// Pages of a table that no block stored.
    public ProjectSession withTable(List<ColumnInfo> columns, long rowCount) {
        runs.addTable(columns, rowCount);
        return this;
    }

    @Override
    public String value(VariableKey output) {
        check();
        return "{\"rows\": 1461}";
    }

    @Override
    public TablePage chart(ChartQuestion question) {
        check();
        return FakeTables.chart(question);
    }

    @Override
    public long export(VariableKey output, Path target, String format, OptionalInt limit) {
        check();
        return 0;
    }

    @Override
    public EngineStatus status() {
        check();
        return new EngineStatus(4711, runs.active(), 2, python, 41_200_000_000L);
    }

    @Override
    public Subscription subscribe(Consumer<EngineEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private void check() {
        if (Thread.currentThread().getName().equals("JavaFX Application Thread"))
            throw new AssertionError("The session was asked on the FX thread");
        if (lost) throw new SessionException("The engine has ended.");
    }
}
