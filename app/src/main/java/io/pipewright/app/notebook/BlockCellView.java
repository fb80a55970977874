package io.pipewright.app.notebook;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.notebook.editor.CodeView;
import io.pipewright.app.parts.BlockLook;
import io.pipewright.app.parts.IconButton;
import io.pipewright.app.parts.StatePill;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One block: an edge in its type's colour, a header, its code, its output.
final class BlockCellView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final BlockCellViewModel viewModel;
    private final BlockLook look;
    private final StatePill pill = new StatePill();
    private final IconButton run;
    private final CodeView code;
    private final HBox node = new HBox();

    BlockCellView(BlockCellViewModel viewModel) {
        this.viewModel = viewModel;
        this.look = BlockLook.of(viewModel.block().kind());
        this.run =
                new IconButton(
                        Feather.PLAY,
                        Messages.get("notebook.run.button", viewModel.block().name()));
        this.code = new CodeView(viewModel.block().kind().language(), viewModel.block().name());
        layOut();
        bind();
    }

    Node node() {
        return node;
    }

    /// Calls `onSelect` when the cell is pressed anywhere, and shows whether it is the selected one.
    void bindSelection(ObservableValue<Boolean> selected, Runnable onSelect) {
        selected.subscribe(is -> node.pseudoClassStateChanged(SELECTED, is));
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> onSelect.run());
    }

    void openLine(int line) {
        code.selectLine(line);
    }

    /// How far below the cell's upper edge a line of its code is.
    double depthOf(int line) {
        return code.node().getBoundsInParent().getMinY() + code.depthOf(line);
    }

    private void layOut() {
        var edge = new Region();
        edge.getStyleClass().addAll("block-edge", look.styleClass());
        var output = new BlockOutputView(viewModel.output(), this::openLine);
        var body = new VBox(header(), note(), code.node(), output.node());
        body.getStyleClass().add("block-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        node.getChildren().setAll(edge, body);
        node.getStyleClass().add("block-cell");
    }

    private HBox header() {
        var type = new Label(look.type(), Icons.of(look.icon(), "block-icon"));
        type.getStyleClass().addAll("block-type", look.styleClass());
        var name = new Label(viewModel.block().name());
        name.getStyleClass().add("block-name");
        name.setMinWidth(40);
        var language = new Label(look.language());
        language.getStyleClass().add("neutral-pill");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Label label : new Label[] {type, language}) label.setMinWidth(Region.USE_PREF_SIZE);
        var header = new HBox(8, type, name, language, gap, pill, run);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("block-header");
        run.setVisible(viewModel.canRun());
        return header;
    }

    private HBox note() {
        var whyNot = viewModel.live().whyNotProperty();
        var text = new Label();
        text.setWrapText(true);
        text.textProperty()
                .bind(
                        whyNot.map(
                                why ->
                                        why.map(
                                                        reason ->
                                                                Messages.get(
                                                                        "notebook.whynot.text",
                                                                        reason))
                                                .orElse("")));
        var note = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE, "warning-icon"), text);
        note.getStyleClass().add("block-note");
        note.visibleProperty().bind(whyNot.map(Optional::isPresent));
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private void bind() {
        viewModel.live().sourceProperty().subscribe(this::showSource);
        viewModel.stateProperty().subscribe(_ -> showState());
        viewModel.stateTextProperty().subscribe(_ -> showState());
        run.disableProperty().bind(viewModel.runDisabledProperty());
        run.setOnAction(_ -> viewModel.run());
    }

    private void showState() {
        pill.show(viewModel.stateProperty().get(), viewModel.stateTextProperty().get());
    }

    private void showSource(Optional<String> source) {
        code.show(source.orElse(""));
        code.node().setVisible(source.isPresent());
        code.node().setManaged(source.isPresent());
    }
}
