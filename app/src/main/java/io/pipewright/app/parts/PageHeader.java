package io.pipewright.app.parts;

import io.pipewright.app.fx.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The first row of a page: its title at the left, filters and actions at the right.
public final class PageHeader extends HBox {

    public PageHeader(String title, Node... actions) {
        getStyleClass().add("page-header");
        setAlignment(Pos.CENTER_LEFT);
        var text = new Label(title);
        text.getStyleClass().add("page-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(text, gap);
        getChildren().addAll(actions);
    }

    /// A text field with a magnifying glass, for filtering a list.
    public static HBox filter(TextField field, String prompt) {
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new HBox(6, Icons.of(Feather.SEARCH, "muted-icon"), field);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("filter-box");
        return box;
    }
}
