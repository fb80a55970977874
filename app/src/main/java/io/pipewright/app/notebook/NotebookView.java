package io.pipewright.app.notebook;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.EmptyState;
import io.pipewright.engine.project.BlockId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The cells of a pipeline, one below the other. A few are built at a time, so that a long pipeline does not stall.
public final class NotebookView {

    private static final int CELLS_AT_ONCE = 4;
    private static final double LINE_MARGIN = 40;

    private final NotebookViewModel viewModel;
    private final Map<BlockId, BlockCellView> cells = new LinkedHashMap<>();
    private final VBox column = new VBox();
    private final ScrollPane node = new ScrollPane(column);
    private int build;

    public NotebookView(NotebookViewModel viewModel) {
        this.viewModel = viewModel;
        layOut();
        bind();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        column.getStyleClass().add("notebook");
        node.getStyleClass().add("notebook-scroll");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    private void bind() {
        viewModel.cells().addListener((ListChangeListener<BlockCellViewModel>) _ -> rebuild());
        viewModel.pipeline().pipelineProperty().addListener((_, _, _) -> showEmptiness());
        viewModel.wantedLineProperty().addListener((_, _, _) -> showWantedLine());
        viewModel
                .selectedProperty()
                .addListener((_, _, selected) -> selected.ifPresent(this::reveal));
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        rebuild();
    }

    private void rebuild() {
        build++;
        cells.clear();
        column.getChildren().clear();
        buildFrom(0, build);
    }

    private void buildFrom(int first, int of) {
        if (of != build) return;
        int end = Math.min(first + CELLS_AT_ONCE, viewModel.cells().size());
        viewModel.cells().subList(first, end).forEach(this::add);
        if (end < viewModel.cells().size())
            viewModel
                    .project()
                    .connection()
                    .background()
                    .perform(() -> {}, () -> buildFrom(end, of), _ -> {});
        else showWantedLine();
    }

    private void add(BlockCellViewModel cell) {
        var view = new BlockCellView(cell);
        BlockId id = cell.live().id();
        view.bindSelection(
                viewModel.selectedProperty().map(selected -> selected.equals(Optional.of(id))),
                () -> viewModel.selectedProperty().set(Optional.of(id)));
        cells.put(id, view);
        column.getChildren().add(view.node());
    }

    private void showEmptiness() {
        boolean isEmpty =
                viewModel.pipeline().pipelineProperty().get().isPresent()
                        && viewModel.cells().isEmpty();
        if (isEmpty)
            column.getChildren()
                    .setAll(new EmptyState(Feather.BOX, Messages.get("notebook.empty.text")));
    }

    private void showWantedLine() {
        viewModel
                .wantedLineProperty()
                .get()
                .ifPresent(
                        wanted -> {
                            BlockCellView cell = cells.get(wanted.block());
                            if (cell == null) return;
                            reveal(cell, wanted.line());
                            cell.openLine(wanted.line());
                            viewModel.lineShown();
                        });
    }

    private void reveal(BlockId block) {
        BlockCellView cell = cells.get(block);
        if (cell == null) return;
        node.applyCss();
        node.layout();
        Bounds bounds = cell.node().getBoundsInParent();
        double seen = node.getViewportBounds().getHeight();
        double hidden = column.getHeight() - seen;
        double top = hidden * node.getVvalue();
        if (hidden <= 0 || (bounds.getMinY() >= top && bounds.getMinY() + 120 <= top + seen))
            return;
        node.setVvalue(Math.clamp((bounds.getMinY() - 16) / hidden, 0, 1));
    }

    // A line far down in a long block is not seen when the top of its block is.
    private void reveal(BlockCellView cell, int line) {
        node.applyCss();
        node.layout();
        double at = cell.node().getBoundsInParent().getMinY() + cell.depthOf(line);
        double seen = node.getViewportBounds().getHeight();
        double hidden = column.getHeight() - seen;
        double top = hidden * node.getVvalue();
        boolean inView = at >= top && at + LINE_MARGIN <= top + seen;
        if (hidden > 0 && !inView) node.setVvalue(Math.clamp((at - seen / 3) / hidden, 0, 1));
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) viewModel.runSelected();
        else if (key.getCode() == KeyCode.DOWN && key.isAltDown()) viewModel.selectNext(1);
        else if (key.getCode() == KeyCode.UP && key.isAltDown()) viewModel.selectNext(-1);
        else return;
        key.consume();
    }
}
