package io.pipewright.app.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bordered box with a title row: the title at the left, whatever is added to the row at the right.
public final class Card extends VBox {

    private final Label title = new Label();
    private final HBox header = new HBox(8, title);

    public Card(String text) {
        getStyleClass().add("card-box");
        title.setText(text);
        title.getStyleClass().add("card-title");
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(header);
    }

    public Label title() {
        return title;
    }

    public Card withBeside(Node... nodes) {
        header.getChildren().addAll(nodes);
        return this;
    }

    public Card withAtRight(Node... nodes) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getChildren().add(gap);
        header.getChildren().addAll(nodes);
        return this;
    }

    public Card withBody(Node body) {
        getChildren().add(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        return this;
    }
}
