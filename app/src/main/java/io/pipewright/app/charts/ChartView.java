package io.pipewright.app.charts;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.Card;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.fx.ChartCanvas;

/// One chart in a card of fixed height.
public final class ChartView {

    private static final double HEIGHT = 190;

    private final ChartViewModel viewModel;
    private final StackPane body = new StackPane();
    private final ChartColours colours = new ChartColours(this::paint);
    private final Card node;
    private Optional<ThemedChart> chart = Optional.empty();

    public ChartView(ChartViewModel viewModel) {
        this.viewModel = viewModel;
        this.node = new Card(viewModel.spec().title());
        layOut();
        bind();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        body.getStyleClass().add("chart-body");
        body.setMinHeight(HEIGHT);
        body.setPrefHeight(HEIGHT);
        if (viewModel.spec() instanceof ChartSpec.Drawable drawable) {
            var shape =
                    new Label(
                            switch (drawable.shape()) {
                                case BAR -> Messages.get("charts.bar.text");
                                case LINE -> Messages.get("charts.line.text");
                            });
            shape.getStyleClass().add("neutral-pill");
            node.withBeside(shape);
        }
        node.withBody(body);
    }

    private void bind() {
        viewModel.seriesProperty().subscribe(this::draw);
        viewModel.noteProperty().subscribe(_ -> draw(viewModel.seriesProperty().get()));
        body.widthProperty().addListener((_, _, _) -> paint());
    }

    private void draw(ChartSeries series) {
        boolean hasPoints = !series.groups().isEmpty() && viewModel.noteProperty().get().isEmpty();
        if (hasPoints && viewModel.spec() instanceof ChartSpec.Drawable drawable)
            show(drawable.shape(), series);
        else explain(viewModel.noteProperty().get());
    }

    private void show(ChartSpec.Shape shape, ChartSeries series) {
        var themed = new ThemedChart(shape, series);
        chart = Optional.of(themed);
        paint();
        var canvas = new ChartCanvas(themed.chart());
        canvas.widthProperty().bind(body.widthProperty().subtract(16));
        canvas.heightProperty().bind(body.heightProperty().subtract(12));
        canvas.setAccessibleText(
                Messages.get(
                        "charts.canvas.accessible",
                        viewModel.spec().title(),
                        Integer.toString(series.groups().size())));
        // The canvas must not decide how wide its card is.
        canvas.setManaged(false);
        canvas.relocate(8, 6);
        body.getChildren().setAll(colours, canvas);
    }

    private void explain(String note) {
        chart = Optional.empty();
        var text = new Label(note);
        text.setWrapText(true);
        text.getStyleClass().add("chart-note");
        body.getChildren().setAll(colours, text);
    }

    private void paint() {
        chart.ifPresent(themed -> themed.paint(colours, body.getWidth()));
    }
}
