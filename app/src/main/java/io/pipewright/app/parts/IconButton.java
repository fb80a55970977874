package io.pipewright.app.parts;

import io.pipewright.app.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button without a border that shows an icon only; its text is there as tooltip and for screen readers.
public final class IconButton extends Button {

    private final FontIcon icon;

    public IconButton(Ikon icon, String text) {
        this.icon = Icons.of(icon);
        getStyleClass().add("icon-button");
        setGraphic(this.icon);
        describe(text);
    }

    public void show(Ikon other, String text) {
        icon.setIconCode(other);
        describe(text);
    }

    private void describe(String text) {
        setAccessibleText(text);
        setTooltip(new Tooltip(text));
    }
}
