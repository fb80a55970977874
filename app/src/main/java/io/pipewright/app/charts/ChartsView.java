package io.pipewright.app.charts;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.EmptyState;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All charts of a pipeline, or the first few, one below the other.
public final class ChartsView {

    private final ChartsViewModel viewModel;
    private final int most;
    private final boolean saysWhenEmpty;
    private final VBox column = new VBox();
    private final ScrollPane node = new ScrollPane(column);

    private ChartsView(ChartsViewModel viewModel, int most, boolean saysWhenEmpty) {
        this.viewModel = viewModel;
        this.most = most;
        this.saysWhenEmpty = saysWhenEmpty;
        column.getStyleClass().add("charts");
        node.setFitToWidth(true);
        node.getStyleClass().add("charts-scroll");
        viewModel.charts().addListener((ListChangeListener<ChartViewModel>) _ -> fill());
        fill();
    }

    public static ChartsView all(ChartsViewModel viewModel) {
        return new ChartsView(viewModel, Integer.MAX_VALUE, true);
    }

    /// The first one only; takes no room when there is none.
    public static ChartsView first(ChartsViewModel viewModel) {
        return new ChartsView(viewModel, 1, false);
    }

    public Node node() {
        return node;
    }

    private void fill() {
        column.getChildren()
                .setAll(
                        viewModel.charts().stream()
                                .limit(most)
                                .map(chart -> new ChartView(chart).node())
                                .toList());
        boolean isEmpty = viewModel.charts().isEmpty();
        if (isEmpty && saysWhenEmpty)
            column.getChildren()
                    .setAll(new EmptyState(Feather.BAR_CHART_2, Messages.get("charts.none.text")));
        node.setVisible(!isEmpty || saysWhenEmpty);
        node.setManaged(node.isVisible());
    }
}
