package io.pipewright.app.parts;

import io.pipewright.app.fx.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a page shows when there is nothing: an icon, one sentence, at most one button.
public final class EmptyState extends VBox {

    public EmptyState(Ikon icon, String sentence) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var text = new Label(sentence);
        text.setWrapText(true);
        getChildren().addAll(Icons.of(icon, "empty-icon"), text);
    }

    public EmptyState(Ikon icon, String sentence, Button action) {
        this(icon, sentence);
        getChildren().add(action);
    }
}
