package io.pipewright.app.parts;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.engine.run.BlockError;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Why a block failed: type and message, the line with a link to it, the traceback.
public final class ErrorCard extends VBox {

    private static final double TRACEBACK_LINE = 18;
    private static final int MOST_TRACEBACK_LINES = 14;

    /// @param openLine opens the failing line in its block
    public ErrorCard(BlockError error, Runnable openLine) {
        getStyleClass().add("error-card");
        var title = new Label(Messages.get("error.card.title", error.type(), error.message()));
        title.getStyleClass().add("error-title");
        title.setWrapText(true);
        getChildren().add(title);
        if (!error.file().isEmpty()) getChildren().add(place(error, openLine));
        if (!error.traceback().isBlank()) getChildren().add(traceback(error.traceback().strip()));
    }

    private static HBox place(BlockError error, Runnable openLine) {
        var where = new Label(ErrorText.place(Path.of(error.file()), error.line().orElse(0)));
        where.getStyleClass().add("error-place");
        var link = new Button(Messages.get("error.card.open"));
        link.getStyleClass().add("link-button");
        link.setOnAction(_ -> openLine.run());
        return new HBox(8, where, link);
    }

    // A text area, so that it can be selected and copied.
    private static TextArea traceback(String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("error-traceback");
        long lines = Math.min(MOST_TRACEBACK_LINES, text.lines().count());
        area.setPrefHeight(lines * TRACEBACK_LINE + 12);
        area.setMinHeight(area.getPrefHeight());
        area.setAccessibleText(Messages.get("error.card.traceback"));
        return area;
    }
}
