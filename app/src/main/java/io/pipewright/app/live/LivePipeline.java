package io.pipewright.app.live;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.RunDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One open pipeline: its blocks, its newest run, and the commands that start and end runs.
///
/// Thread: the FX thread only.
public final class LivePipeline {

    private final PipelineId id;
    private final ProjectConnection connection;
    private final ObjectProperty<Optional<Pipeline>> pipeline =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<LiveBlock> blocks = FXCollections.observableArrayList();
    private final ObservableList<LiveBlock> shownBlocks =
            FXCollections.unmodifiableObservableList(blocks);
    private final ObjectProperty<Optional<PipelineRun>> newestRun =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BlockRun>> failure =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty starting = new SimpleBooleanProperty();
    private final BooleanBinding running =
            Bindings.createBooleanBinding(this::isRunning, newestRun, starting);
    private final Map<RunId, PipelineRun> runs = new HashMap<>();

    LivePipeline(PipelineId id, ProjectConnection connection) {
        this.id = id;
        this.connection = connection;
    }

    public PipelineId id() {
        return id;
    }

    /// Empty before it is read, and when it is broken or gone.
    public ReadOnlyObjectProperty<Optional<Pipeline>> pipelineProperty() {
        return pipeline;
    }

    /// In the author's order, without charts.
    public ObservableList<LiveBlock> blocks() {
        return shownBlocks;
    }

    public Optional<LiveBlock> block(BlockId block) {
        return blocks.stream().filter(live -> live.id().equals(block)).findFirst();
    }

    public ReadOnlyObjectProperty<Optional<PipelineRun>> newestRunProperty() {
        return newestRun;
    }

    /// The first block in the author's order that failed in the newest run.
    public ReadOnlyObjectProperty<Optional<BlockRun>> failureProperty() {
        return failure;
    }

    /// The run that a block's newest attempt belongs to.
    public Optional<PipelineRun> runOf(BlockRun blockRun) {
        return Optional.ofNullable(runs.get(blockRun.key().run()));
    }

    /// Whether a run is being started or has not ended.
    public BooleanBinding runningProperty() {
        return running;
    }

    /// What went wrong with the last command, as a sentence.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public void run() {
        start(RunRequest.of(id));
    }

    /// Runs one block on the newest stored outputs of its upstreams.
    public void runOnly(BlockId block) {
        start(new RunRequest(id, Map.of(), Optional.of(block), true, false));
    }

    public void cancel() {
        newestRun
                .get()
                .filter(run -> !run.state().isFinal())
                .ifPresent(
                        run ->
                                connection
                                        .background()
                                        .perform(
                                                () -> connection.session().cancel(run.id()),
                                                () -> {},
                                                failure ->
                                                        fail("pipeline.cancel.action", failure)));
    }

    /// Reads everything again, for example after its files changed.
    public void read() {
        connection
                .background()
                .run(
                        () -> PipelineReading.of(connection.session(), id),
                        this::show,
                        failure -> fail("pipeline.read.action", failure));
    }

    void offer(PipelineRun candidate) {
        if (!candidate.pipeline().equals(id)) return;
        runs.put(candidate.id(), candidate);
        Optional<PipelineRun> known = newestRun.get();
        boolean newer = known.map(run -> candidate.id().value() >= run.id().value()).orElse(true);
        if (!newer) return;
        boolean ended = running.get() && candidate.state().isFinal();
        newestRun.set(Optional.of(candidate));
        findFailure();
        if (ended) readUsualTimes();
    }

    void offer(BlockRun candidate) {
        if (runs.containsKey(candidate.key().run()))
            block(candidate.block()).ifPresent(block -> block.offer(candidate));
        findFailure();
    }

    private void findFailure() {
        Optional<RunId> newest = newestRun.get().map(PipelineRun::id);
        failure.set(
                blocks.stream()
                        .flatMap(block -> block.runProperty().get().stream())
                        .filter(run -> newest.equals(Optional.of(run.key().run())))
                        .filter(run -> run.state() instanceof BlockRunState.Failed)
                        .findFirst());
    }

    void print(List<LogPrinted> printed) {
        for (LiveBlock block : blocks) {
            List<LogLine> fresh =
                    printed.stream()
                            .filter(line -> isOf(block, line))
                            .map(LogPrinted::line)
                            .toList();
            if (!fresh.isEmpty()) block.print(fresh);
        }
    }

    private static boolean isOf(LiveBlock block, LogPrinted line) {
        return block.runProperty()
                .get()
                .map(
                        run ->
                                run.key().run().equals(line.run())
                                        && run.key().blockRunUuid().equals(line.blockRunUuid()))
                .orElse(false);
    }

    private void start(RunRequest request) {
        if (running.get()) return;
        starting.set(true);
        problem.set(Optional.empty());
        connection
                .background()
                .run(
                        () -> started(request),
                        this::showStarted,
                        failure -> {
                            starting.set(false);
                            fail("pipeline.run.action", failure);
                        });
    }

    private Optional<RunDetail> started(RunRequest request) {
        RunId run = connection.session().start(request);
        return connection.session().run(run);
    }

    private void showStarted(Optional<RunDetail> detail) {
        detail.ifPresent(this::showDetail);
        starting.set(false);
    }

    private void show(PipelineReading reading) {
        List<Block> now = reading.pipeline().map(Pipeline::blocks).orElse(List.of());
        if (!now.equals(blocks.stream().map(LiveBlock::block).toList())) replaceBlocks(now);
        pipeline.set(reading.pipeline());
        for (LiveBlock block : blocks) {
            block.setSource(Optional.ofNullable(reading.sources().get(block.id())));
            block.setWhyNot(Optional.ofNullable(reading.reasons().get(block.id())));
            block.setUsual(reading.usual(block.id()));
        }
        reading.runs().forEach(this::showDetail);
        blocks.forEach(this::readStoredLines);
    }

    private void replaceBlocks(List<Block> now) {
        var fresh = new ArrayList<LiveBlock>();
        for (Block block : now) {
            var live = new LiveBlock(block);
            block(block.id()).flatMap(old -> old.runProperty().get()).ifPresent(live::offer);
            fresh.add(live);
        }
        blocks.setAll(fresh);
        findFailure();
    }

    private void showDetail(RunDetail detail) {
        if (!runs.containsKey(detail.run().id())) offer(detail.run());
        detail.blockRuns().forEach(this::offer);
    }

    private void readUsualTimes() {
        connection
                .background()
                .run(
                        () -> PipelineReading.runsOnly(connection.session(), id),
                        reading ->
                                blocks.forEach(block -> block.setUsual(reading.usual(block.id()))),
                        failure -> fail("pipeline.read.action", failure));
    }

    // A log may be long: only what is shown goes to the FX thread.
    private List<LogLine> newestLines(BlockRunKey run) {
        List<LogLine> lines = connection.session().log(run.run(), run.blockRunUuid());
        return lines.subList(Math.max(0, lines.size() - LiveBlock.MOST_LINES), lines.size());
    }

    private void readStoredLines(LiveBlock block) {
        block.runProperty()
                .get()
                .filter(run -> run.state().started().isPresent())
                .ifPresent(
                        run ->
                                connection
                                        .background()
                                        .run(
                                                () -> newestLines(run.key()),
                                                lines -> block.printStored(run.key(), lines),
                                                failure -> fail("pipeline.log.action", failure)));
    }

    private boolean isRunning() {
        return starting.get() || newestRun.get().map(run -> !run.state().isFinal()).orElse(false);
    }

    private void fail(String actionKey, RuntimeException failure) {
        problem.set(Optional.of(ErrorText.of(Messages.get(actionKey, id.value()), failure)));
    }
}
