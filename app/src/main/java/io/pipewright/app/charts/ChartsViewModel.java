package io.pipewright.app.charts;

import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.Pipeline;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The charts of one pipeline, in the author's order.
///
/// Thread: the FX thread only.
public final class ChartsViewModel {

    private final LivePipeline pipeline;
    private final ProjectConnection connection;
    private final ObservableList<ChartViewModel> charts = FXCollections.observableArrayList();
    private final ObservableList<ChartViewModel> shownCharts =
            FXCollections.unmodifiableObservableList(charts);
    private List<Block> widgets = List.of();

    public ChartsViewModel(LivePipeline pipeline, ProjectConnection connection) {
        this.pipeline = pipeline;
        this.connection = connection;
        pipeline.pipelineProperty().subscribe(this::fill);
    }

    public ObservableList<ChartViewModel> charts() {
        return shownCharts;
    }

    private void fill(Optional<Pipeline> now) {
        List<Block> found = now.map(known -> known.addOns().widgets()).orElse(List.of());
        if (found.equals(widgets)) return;
        widgets = found;
        charts.setAll(
                found.stream()
                        .map(widget -> new ChartViewModel(widget, pipeline, connection))
                        .toList());
    }
}
