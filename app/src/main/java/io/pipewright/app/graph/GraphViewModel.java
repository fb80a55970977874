package io.pipewright.app.graph;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/// A pipeline as a graph: where each block is drawn, and the muted line below its name.
///
/// Thread: the FX thread only.
public final class GraphViewModel {

    private final LiveProject project;
    private final LivePipeline pipeline;
    private final ObjectProperty<Optional<BlockId>> selected;
    private final ObjectProperty<GraphPlan> plan = new SimpleObjectProperty<>(GraphPlan.NOTHING);
    private List<GraphNode> planned = List.of();

    /// @param selected the block selected anywhere on the pipeline's page
    public GraphViewModel(
            LiveProject project,
            LivePipeline pipeline,
            ObjectProperty<Optional<BlockId>> selected) {
        this.project = project;
        this.pipeline = pipeline;
        this.selected = selected;
        pipeline.blocks().addListener((ListChangeListener<LiveBlock>) _ -> layOut());
        layOut();
    }

    /// Loads what the first layout needs, so that the first graph is there at once.
    public static void warm(Background background) {
        background.perform(GraphLayout::warm, () -> {}, _ -> {});
    }

    public LivePipeline pipeline() {
        return pipeline;
    }

    public ObjectProperty<Optional<BlockId>> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<GraphPlan> planProperty() {
        return plan;
    }

    /// `1,461 rows · 0.2 s`, `running · usually 0.3 s`, `waits for 1 block` …
    String line(LiveBlock block) {
        Optional<String> whyNot = whyNot(block);
        if (whyNot.isPresent()) return Messages.get("graph.cannotrun.text", whyNot.get());
        Optional<BlockRun> run = block.runProperty().get();
        if (run.isEmpty()) return Messages.get("graph.notrun.text");
        return switch (run.get().state()) {
            case BlockRunState.Initial _ -> waiting(block);
            case BlockRunState.Queued _ -> Messages.get("graph.queued.text");
            case BlockRunState.Running _ -> running(block);
            case BlockRunState.Completed completed -> completed(block, completed);
            case BlockRunState.Failed _ -> Messages.get("graph.failed.text", took(block));
            case BlockRunState.Cancelled _ -> Messages.get("graph.cancelled.text");
            case BlockRunState.UpstreamFailed failed ->
                    Messages.get("graph.upstreamfailed.text", failed.upstream().value());
            case BlockRunState.ConditionFailed _ -> Messages.get("graph.skipped.text");
        };
    }

    /// Why it cannot run here; empty while it runs and once it completed all the same.
    Optional<String> whyNot(LiveBlock block) {
        return switch (block.shown()) {
            case RUNNING, COMPLETED -> Optional.empty();
            case NOT_RUN, WAITING, FAILED, CANCELLED, SKIPPED -> block.whyNotProperty().get();
        };
    }

    private String waiting(LiveBlock block) {
        long open =
                block.block().upstream().stream()
                        .flatMap(upstream -> pipeline.block(upstream).stream())
                        .filter(
                                upstream ->
                                        upstream.runProperty()
                                                .get()
                                                .map(run -> !run.state().isFinal())
                                                .orElse(true))
                        .count();
        return open == 0 ? Messages.get("graph.queued.text") : Messages.count("graph.waits", open);
    }

    private static String running(LiveBlock block) {
        Optional<Duration> usual = block.usualProperty().get();
        return usual.map(
                        duration -> Messages.get("graph.running.usual", Figures.duration(duration)))
                .orElse(Messages.get("graph.running.text"));
    }

    private String completed(LiveBlock block, BlockRunState.Completed completed) {
        OptionalLong rows =
                completed.outcome().outputs().stream()
                        .map(OutputInfo::rowCount)
                        .filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .findFirst();
        if (rows.isEmpty()) return took(block);
        return Messages.get(
                "graph.completed.rows",
                Messages.count("figures.rows", rows.getAsLong()),
                took(block));
    }

    private String took(LiveBlock block) {
        return block.took(project.clock().now()).map(Figures::duration).orElse("");
    }

    private void layOut() {
        List<GraphNode> nodes =
                pipeline.blocks().stream().map(live -> GraphNode.of(live.block())).toList();
        if (nodes.equals(planned)) return;
        planned = nodes;
        project.connection()
                .background()
                .run(
                        () -> GraphLayout.plan(nodes),
                        // A newer list of blocks may have been asked for meanwhile.
                        laidOut -> {
                            if (nodes.equals(planned)) plan.set(laidOut);
                        },
                        failure -> {
                            throw failure;
                        });
    }
}
