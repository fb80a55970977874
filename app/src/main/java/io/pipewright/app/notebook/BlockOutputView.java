package io.pipewright.app.notebook;

import io.pipewright.app.data.OutputTableView;
import io.pipewright.app.data.OutputTableViewModel;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.ErrorCard;
import io.pipewright.app.parts.ProblemBar;
import io.pipewright.engine.run.BlockError;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a block's run left, below its code: small tabs and the one that is chosen.
final class BlockOutputView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int TABLE_ROWS = 5;
    private static final double VALUE_HEIGHT = 150;

    private final BlockOutputViewModel viewModel;
    private final IntConsumer openLine;
    private final HBox tabs = new HBox(14);
    private final Label size = new Label();
    private final StackPane content = new StackPane();
    private final VBox node = new VBox();

    /// @param openLine shows a line of the block's code
    BlockOutputView(BlockOutputViewModel viewModel, IntConsumer openLine) {
        this.viewModel = viewModel;
        this.openLine = openLine;
        layOut();
        bind();
    }

    Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("block-output");
        size.getStyleClass().add("output-size");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, tabs, gap, size);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("output-bar");
        tabs.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().setAll(bar, content);
    }

    private void bind() {
        viewModel.tabs().addListener((ListChangeListener<OutputTab>) _ -> showTabs());
        viewModel.lines().addListener((ListChangeListener<Object>) _ -> retitle());
        viewModel.selectedProperty().subscribe(this::show);
        showTabs();
    }

    private void showTabs() {
        tabs.getChildren().setAll(viewModel.tabs().stream().map(this::button).toList());
        node.setVisible(!viewModel.tabs().isEmpty());
        node.setManaged(node.isVisible());
        mark();
    }

    private Button button(OutputTab tab) {
        var button = new Button(OutputTabText.title(tab, viewModel.lines().size()));
        button.setUserData(tab);
        button.getStyleClass().add("output-tab");
        if (tab instanceof OutputTab.Failure) button.getStyleClass().add("output-tab-failed");
        if (tab instanceof OutputTab.Tests tests)
            button.getStyleClass()
                    .add(
                            tests.outcome().testsFailed() > 0
                                    ? "output-tab-failed"
                                    : "output-tab-passed");
        button.setOnAction(_ -> viewModel.selectedProperty().set(Optional.of(tab)));
        return button;
    }

    private void retitle() {
        for (Node child : tabs.getChildren())
            if (child instanceof Button button
                    && button.getUserData() instanceof OutputTab.Print print)
                button.setText(OutputTabText.title(print, viewModel.lines().size()));
    }

    private void show(Optional<OutputTab> tab) {
        size.setText(tab.map(OutputTabText::size).orElse(""));
        content.getChildren().setAll(tab.map(this::contentOf).stream().toList());
        mark();
    }

    private void mark() {
        Optional<OutputTab> chosen = viewModel.selectedProperty().get();
        for (Node child : tabs.getChildren())
            child.pseudoClassStateChanged(
                    SELECTED, chosen.isPresent() && chosen.get().equals(child.getUserData()));
    }

    private Node contentOf(OutputTab tab) {
        return switch (tab) {
            case OutputTab.Table table -> table(viewModel.table(table));
            case OutputTab.Value value -> value(value);
            case OutputTab.Print _ -> new PrintedLinesView(viewModel.lines()).node();
            case OutputTab.Tests tests -> tests(tests);
            case OutputTab.Failure failure -> failure(failure.error());
        };
    }

    private static Node table(OutputTableViewModel table) {
        return new VBox(
                new ProblemBar(table.problemProperty(), () -> {}),
                new OutputTableView(table, TABLE_ROWS).node());
    }

    private Node value(OutputTab.Value tab) {
        var area = new TextArea();
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefHeight(VALUE_HEIGHT);
        area.getStyleClass().add("output-value");
        area.setAccessibleText(Messages.get("notebook.output.value"));
        area.textProperty().bind(viewModel.value(tab));
        return area;
    }

    private static Node tests(OutputTab.Tests tab) {
        int failed = tab.outcome().testsFailed();
        var text =
                failed == 0
                        ? Messages.count("notebook.tests.passed", tab.outcome().testsPassed())
                        : Messages.count("notebook.tests.failed", failed);
        var line =
                new Label(
                        text,
                        failed == 0
                                ? Icons.of(Feather.CHECK_CIRCLE, "success-icon")
                                : Icons.of(Feather.X_CIRCLE, "danger-icon"));
        var box = new HBox(line);
        box.getStyleClass().add("output-note");
        return box;
    }

    private Node failure(BlockError error) {
        var box = new VBox(new ErrorCard(error, () -> openLine.accept(error.line().orElse(1))));
        box.getStyleClass().add("output-note");
        return box;
    }
}
