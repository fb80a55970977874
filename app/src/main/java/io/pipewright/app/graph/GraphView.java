package io.pipewright.app.graph;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.graph.GraphPlan.Edge;
import io.pipewright.app.graph.GraphPlan.Point;
import io.pipewright.app.parts.IconButton;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.feather.Feather;

/// The graph on a canvas that can be scrolled and zoomed. Fits the space it has until the user zooms.
public final class GraphView {

    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 2;
    private static final double STEP = 1.2;
    private static final double ARROW_LENGTH = 8;
    private static final double ARROW_HALF = 4.5;

    private final GraphViewModel viewModel;
    private final Pane drawing = new Pane();
    private final Scale zoom = new Scale(1, 1);
    private final StackPane canvas = new StackPane(new Group(drawing));
    private final ScrollPane scroll = new ScrollPane(canvas);
    private final StackPane node = new StackPane(scroll);
    private boolean fits = true;

    public GraphView(GraphViewModel viewModel) {
        this.viewModel = viewModel;
        layOut();
        bind();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("graph");
        drawing.getTransforms().add(zoom);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.getStyleClass().add("graph-scroll");
        canvas.setAlignment(Pos.TOP_CENTER);
        var in = new IconButton(Feather.PLUS, Messages.get("graph.zoomin.button"));
        var out = new IconButton(Feather.MINUS, Messages.get("graph.zoomout.button"));
        var fit = new IconButton(Feather.MAXIMIZE, Messages.get("graph.fit.button"));
        in.setOnAction(_ -> zoomBy(STEP));
        out.setOnAction(_ -> zoomBy(1 / STEP));
        fit.setOnAction(_ -> fit());
        var tools = new HBox(2, out, in, fit);
        tools.getStyleClass().add("graph-tools");
        tools.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
        node.getChildren().add(tools);
    }

    private void bind() {
        viewModel.planProperty().subscribe(this::draw);
        scroll.viewportBoundsProperty().addListener((_, _, _) -> fitIfWanted());
        scroll.addEventFilter(ScrollEvent.SCROLL, this::onScroll);
        node.addEventHandler(KeyEvent.KEY_TYPED, this::onKey);
    }

    private void draw(GraphPlan plan) {
        drawing.getChildren().clear();
        drawing.setMinSize(plan.width(), plan.height());
        drawing.setPrefSize(plan.width(), plan.height());
        plan.edges().forEach(this::drawEdge);
        for (var block : viewModel.pipeline().blocks()) {
            Point place = plan.nodes().get(block.id());
            if (place == null) continue;
            var drawn = new GraphNodeView(viewModel, block);
            drawn.relocate(place.x(), place.y());
            drawing.getChildren().add(drawn);
        }
        fitIfWanted();
    }

    private void drawEdge(Edge edge) {
        if (edge.points().size() < 2) return;
        var line = new Polyline();
        line.getStyleClass().add("graph-edge");
        for (Point point : edge.points()) line.getPoints().addAll(point.x(), point.y());
        Point tip = edge.points().getLast();
        // The line ends inside the arrow head, so that its square end does not show at the tip.
        int last = line.getPoints().size() - 1;
        line.getPoints().set(last, tip.y() - ARROW_LENGTH / 2);
        var head =
                new Polygon(
                        tip.x() - ARROW_HALF,
                        tip.y() - ARROW_LENGTH,
                        tip.x() + ARROW_HALF,
                        tip.y() - ARROW_LENGTH,
                        tip.x(),
                        tip.y());
        head.getStyleClass().add("graph-arrow");
        drawing.getChildren().addAll(line, head);
    }

    private void fit() {
        fits = true;
        fitIfWanted();
    }

    private void fitIfWanted() {
        GraphPlan plan = viewModel.planProperty().get();
        double width = scroll.getViewportBounds().getWidth();
        double height = scroll.getViewportBounds().getHeight();
        if (!fits || plan.width() == 0 || width <= 0 || height <= 0) return;
        setZoom(Math.min(1, Math.min(width / plan.width(), height / plan.height())));
    }

    private void zoomBy(double factor) {
        fits = false;
        setZoom(zoom.getX() * factor);
    }

    private void setZoom(double wanted) {
        double factor = Math.clamp(wanted, LEAST_ZOOM, MOST_ZOOM);
        zoom.setX(factor);
        zoom.setY(factor);
    }

    private void onScroll(ScrollEvent event) {
        if (!event.isShortcutDown() || event.getDeltaY() == 0) return;
        zoomBy(event.getDeltaY() > 0 ? STEP : 1 / STEP);
        event.consume();
    }

    private void onKey(KeyEvent key) {
        switch (key.getCharacter()) {
            case "+" -> zoomBy(STEP);
            case "-" -> zoomBy(1 / STEP);
            case "0", "*" -> fit();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
