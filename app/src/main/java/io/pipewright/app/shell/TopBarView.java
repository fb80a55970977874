package io.pipewright.app.shell;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.IconButton;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The first row of the window: brand, where we are, the command box, the theme.
final class TopBarView {

    static final String PALETTE_KEYS = "Shortcut+K";

    private final HBox crumbs = new HBox(8);
    private final Button commands = new Button();
    private final IconButton themeButton =
            new IconButton(Feather.MOON, Messages.get("shell.dark.button"));
    private final HBox node = new HBox();

    TopBarView(Theme theme, Runnable openPalette) {
        layOut();
        commands.setOnAction(_ -> openPalette.run());
        themeButton.setOnAction(_ -> theme.toggle());
        theme.darkProperty().subscribe(this::showTheme);
    }

    Node node() {
        return node;
    }

    /// @param lets whether the keyboard reaches the row; the mouse always does
    void letTabIn(boolean lets) {
        commands.setFocusTraversable(lets);
        themeButton.setFocusTraversable(lets);
    }

    void showCrumbs(List<String> names) {
        crumbs.getChildren().clear();
        for (int at = 0; at < names.size(); at++) {
            if (at > 0) crumbs.getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "crumb-icon"));
            var crumb = new Label(names.get(at));
            crumb.getStyleClass().add(at == names.size() - 1 ? "crumb-last" : "crumb");
            crumbs.getChildren().add(crumb);
        }
    }

    private void layOut() {
        node.getStyleClass().add("top-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        var brand = new Label(Messages.get("app.name"), Icons.of(Feather.GIT_MERGE, "brand-icon"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        crumbs.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var prompt =
                new Label(
                        Messages.get("shell.commands.button"),
                        Icons.of(Feather.SEARCH, "muted-icon"));
        prompt.getStyleClass().add("command-prompt");
        var inside = new Region();
        HBox.setHgrow(inside, Priority.ALWAYS);
        var keys = new Label(KeyCombination.valueOf(PALETTE_KEYS).getDisplayText());
        keys.getStyleClass().add("key-cap");
        var content = new HBox(prompt, inside, keys);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setPrefWidth(278);
        commands.setGraphic(content);
        commands.setAccessibleText(Messages.get("shell.commands.button"));
        commands.getStyleClass().add("command-box");
        node.getChildren().setAll(brand, crumbs, gap, commands, themeButton);
    }

    private void showTheme(boolean dark) {
        if (dark) themeButton.show(Feather.SUN, Messages.get("shell.light.button"));
        else themeButton.show(Feather.MOON, Messages.get("shell.dark.button"));
    }
}
