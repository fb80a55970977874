package io.pipewright.app.charts;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.VariableKey;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One chart: asks for its points whenever its source block has stored a new table.
///
/// Thread: the FX thread only.
public final class ChartViewModel {

    private static final int MOST_GROUPS = 5_000;

    private final ChartSpec spec;
    private final LivePipeline pipeline;
    private final ProjectConnection connection;
    private final ObjectProperty<ChartSeries> series = new SimpleObjectProperty<>(ChartSeries.NONE);
    private final ObjectProperty<String> note = new SimpleObjectProperty<>("");
    private Optional<BlockRunKey> drawn = Optional.empty();

    ChartViewModel(Block widget, LivePipeline pipeline, ProjectConnection connection) {
        this.spec = ChartSpec.of(widget);
        this.pipeline = pipeline;
        this.connection = connection;
        switch (spec) {
            case ChartSpec.NotDrawable not -> note.set(not.reason());
            case ChartSpec.Drawable drawable -> follow(drawable);
        }
    }

    ChartSpec spec() {
        return spec;
    }

    ReadOnlyObjectProperty<ChartSeries> seriesProperty() {
        return series;
    }

    /// Why there is nothing to draw; empty when there is.
    ReadOnlyObjectProperty<String> noteProperty() {
        return note;
    }

    private void follow(ChartSpec.Drawable chart) {
        note.set(Messages.get("charts.waiting.text", chart.source().value()));
        pipeline.block(chart.source())
                .map(LiveBlock::runProperty)
                .ifPresent(
                        run ->
                                run.subscribe(
                                        now -> now.ifPresent(blockRun -> ask(chart, blockRun))));
    }

    private void ask(ChartSpec.Drawable chart, BlockRun run) {
        if (!(run.state() instanceof BlockRunState.Completed completed)) return;
        if (drawn.equals(Optional.of(run.key()))) return;
        drawn = Optional.of(run.key());
        Optional<OutputInfo> table =
                completed.outcome().outputs().stream()
                        .filter(output -> output.rowCount().isPresent())
                        .findFirst();
        if (table.isEmpty()) {
            note.set(Messages.get("charts.notable.text", chart.source().value()));
            return;
        }
        pipeline.runOf(run)
                .ifPresent(
                        of ->
                                ask(
                                        chart,
                                        new VariableKey(
                                                pipeline.id(),
                                                of.origin().partition(),
                                                chart.source(),
                                                table.get().name())));
    }

    private void ask(ChartSpec.Drawable chart, VariableKey output) {
        var question =
                new ChartQuestion(
                        output,
                        chart.groupBy(),
                        chart.metrics(),
                        chart.timeInterval(),
                        MOST_GROUPS);
        connection
                .background()
                .run(
                        () -> ChartSeries.of(connection.session().chart(question)),
                        this::show,
                        this::fail);
    }

    private void show(ChartSeries points) {
        series.set(points);
        note.set(points.groups().isEmpty() ? Messages.get("charts.empty.text") : "");
    }

    private void fail(RuntimeException failure) {
        note.set(ErrorText.of(Messages.get("charts.draw.action", spec.title()), failure));
    }
}
