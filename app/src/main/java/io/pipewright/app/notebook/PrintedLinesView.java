package io.pipewright.app.notebook;

import io.pipewright.app.fx.Messages;
import io.pipewright.engine.monitoring.LogLine;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The lines a block printed, as they come; stays at the end unless the user scrolled up.
final class PrintedLinesView {

    private static final double LINE = 20;
    private static final int MOST_LINES = 10;
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final ObservableList<LogLine> lines;
    private final ListView<LogLine> list;
    // Kept here: the lines outlive this view and hold it weakly.
    private final ListChangeListener<LogLine> follow = _ -> followEnd();

    PrintedLinesView(ObservableList<LogLine> lines) {
        this.lines = lines;
        this.list = new ListView<>(lines);
        list.getStyleClass().add("printed-lines");
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new Line());
        list.setAccessibleText(Messages.get("notebook.print.accessible"));
        list.setUserData(follow);
        lines.addListener(new WeakListChangeListener<>(follow));
        followEnd();
    }

    Node node() {
        return list;
    }

    private void followEnd() {
        boolean more = lines.size() * LINE > list.getPrefHeight() - 12;
        if (more) list.setPrefHeight(Math.clamp(lines.size(), 1, MOST_LINES) * LINE + 12);
        list.setMinHeight(list.getPrefHeight());
        if (list.getSelectionModel().isEmpty()) list.scrollTo(lines.size() - 1);
    }

    private static final class Line extends ListCell<LogLine> {
        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(line == null || empty ? "" : line.message().replace('\n', '↵'));
            String level = line == null || empty ? "" : line.level();
            pseudoClassStateChanged(WARNING, level.equals("WARNING"));
            pseudoClassStateChanged(ERROR, level.equals("ERROR") || level.equals("EXCEPTION"));
        }
    }
}
