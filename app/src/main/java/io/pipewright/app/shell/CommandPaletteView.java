package io.pipewright.app.shell;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A box over the window with everything that can be done now, found by typing.
final class CommandPaletteView {

    private static final double ROW = 34;
    private static final int MOST_ROWS = 11;

    private final Supplier<List<Command>> commands;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final StackPane node = new StackPane();
    private Optional<Node> focusedBefore = Optional.empty();

    /// @param commands what can be done at this moment
    CommandPaletteView(Supplier<List<Command>> commands) {
        this.commands = commands;
        layOut();
        handle();
        hide();
    }

    Node node() {
        return node;
    }

    void show() {
        focusedBefore = Optional.ofNullable(node.getScene()).map(scene -> scene.getFocusOwner());
        node.setVisible(true);
        field.clear();
        fill();
        field.requestFocus();
    }

    private void hide() {
        node.setVisible(false);
        focusedBefore.ifPresent(Node::requestFocus);
    }

    private void layOut() {
        node.getStyleClass().add("palette-layer");
        field.setPromptText(Messages.get("palette.prompt"));
        field.setAccessibleText(Messages.get("palette.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(new Label(Messages.get("palette.nothing.text")));
        list.setAccessibleText(Messages.get("palette.list.accessible"));
        var search = new HBox(8, Icons.of(Feather.SEARCH, "muted-icon"), field);
        search.setAlignment(Pos.CENTER_LEFT);
        search.getStyleClass().add("palette-search");
        var box = new VBox(search, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, VBox.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        node.getChildren().setAll(box);
    }

    private void handle() {
        field.textProperty().addListener((_, _, _) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(_ -> runSelected());
        node.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                press -> {
                    if (node.equals(press.getTarget())) hide();
                });
    }

    private void fill() {
        list.getItems().setAll(CommandMatcher.find(field.getText(), commands.get()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.clamp(list.getItems().size(), 1, MOST_ROWS) * ROW + 10);
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> runSelected();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int step) {
        int last = list.getItems().size() - 1;
        if (last < 0) return;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command == null) return;
        hide();
        command.action().run();
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(command == null || empty ? null : content(command));
        }

        private static Node content(Command command) {
            var name = new Label(command.name());
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var content = new HBox(10, Icons.of(command.icon(), "muted-icon"), name, gap);
            content.setAlignment(Pos.CENTER_LEFT);
            if (!command.keys().isEmpty()) {
                var keys = new Label(KeyCombination.valueOf(command.keys()).getDisplayText());
                keys.getStyleClass().add("key-cap");
                content.getChildren().add(keys);
            }
            return content;
        }
    }
}
