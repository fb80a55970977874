package io.pipewright.app.shell;

import io.pipewright.app.charts.ChartsView;
import io.pipewright.app.charts.ChartsViewModel;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.graph.GraphView;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Beside the notebook: the graph with the first chart below it, or all charts.
final class SidekickView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final PipelinePageViewModel viewModel;
    private final ChartsViewModel charts;
    private final Button graphTab = tab("pipeline.graph.text");
    private final Button chartsTab = tab("pipeline.charts.text");
    private final StackPane content = new StackPane();
    private final VBox node = new VBox();
    private final Node graph;

    SidekickView(PipelinePageViewModel viewModel) {
        this.viewModel = viewModel;
        this.charts = viewModel.charts();
        this.graph = graphWithFirstChart();
        layOut();
        graphTab.setOnAction(_ -> show(graphTab, graph));
        chartsTab.setOnAction(_ -> show(chartsTab, ChartsView.all(charts).node()));
        show(graphTab, graph);
    }

    Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("sidekick");
        var tabs = new HBox(graphTab, chartsTab);
        tabs.getStyleClass().add("sidekick-tabs");
        VBox.setVgrow(content, Priority.ALWAYS);
        node.getChildren().setAll(tabs, content);
    }

    private Node graphWithFirstChart() {
        Node drawn = new GraphView(viewModel.graph()).node();
        VBox.setVgrow(drawn, Priority.ALWAYS);
        return new VBox(drawn, ChartsView.first(charts).node());
    }

    private void show(Button tab, Node shown) {
        for (Button each : List.of(graphTab, chartsTab))
            each.pseudoClassStateChanged(SELECTED, each.equals(tab));
        content.getChildren().setAll(shown);
    }

    private static Button tab(String key) {
        var tab = new Button(Messages.get(key));
        tab.getStyleClass().add("sidekick-tab");
        return tab;
    }
}
