package io.pipewright.app.graph;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.ShownState;
import io.pipewright.app.parts.BlockLook;
import io.pipewright.app.parts.StateLook;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A block in the graph: edge in its type's colour, name, one muted line, its state's icon.
final class GraphNodeView extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CANNOT_RUN = PseudoClass.getPseudoClass("cannot-run");
    private static final double TOOLTIP_WIDTH = 420;

    private final GraphViewModel viewModel;
    private final LiveBlock block;
    private final Label line = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final FontIcon icon = Icons.of(StateLook.roundIcon(ShownState.NOT_RUN), "graph-state");

    GraphNodeView(GraphViewModel viewModel, LiveBlock block) {
        this.viewModel = viewModel;
        this.block = block;
        layOut();
        bind();
    }

    private void layOut() {
        getStyleClass().add("graph-node");
        setPrefSize(GraphLayout.NODE_WIDTH, GraphLayout.NODE_HEIGHT);
        setMinSize(GraphLayout.NODE_WIDTH, GraphLayout.NODE_HEIGHT);
        setMaxSize(GraphLayout.NODE_WIDTH, GraphLayout.NODE_HEIGHT);
        var edge = new Region();
        edge.getStyleClass()
                .addAll("graph-node-edge", BlockLook.of(block.block().kind()).styleClass());
        var name = new Label(block.block().name());
        name.getStyleClass().add("graph-node-name");
        line.getStyleClass().add("graph-node-line");
        var texts = new VBox(1, name, line);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        var body = new HBox(4, texts, icon);
        body.getStyleClass().add("graph-node-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        getChildren().setAll(edge, body);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    private void bind() {
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(this, tooltip);
        block.runProperty().subscribe(_ -> showState());
        block.usualProperty().subscribe(_ -> showState());
        block.whyNotProperty().subscribe(_ -> showState());
        ObservableValue<Boolean> selected =
                viewModel.selectedProperty().map(id -> id.equals(Optional.of(block.id())));
        selected.subscribe(is -> pseudoClassStateChanged(SELECTED, is));
        for (var upstream : block.block().upstream())
            viewModel
                    .pipeline()
                    .block(upstream)
                    .ifPresent(live -> live.runProperty().subscribe(_ -> showState()));
        setOnMouseClicked(_ -> select());
        setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) select();
                });
    }

    private void select() {
        viewModel.selectedProperty().set(Optional.of(block.id()));
    }

    private void showState() {
        ShownState state = block.shown();
        line.setText(viewModel.line(block));
        boolean cannotRun = viewModel.whyNot(block).isPresent();
        icon.setIconCode(cannotRun ? Feather.ALERT_TRIANGLE : StateLook.roundIcon(state));
        icon.pseudoClassStateChanged(CANNOT_RUN, cannotRun);
        StateLook.mark(this, state);
        StateLook.mark(icon, state);
        String word = Messages.get(state.key());
        setAccessibleText(
                Messages.get("graph.node.accessible", block.block().name(), word, line.getText()));
        tooltip.setText(getAccessibleText());
    }
}
