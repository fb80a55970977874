package io.pipewright.app.shell;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.IconButton;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The open pages as tabs.
final class TabStripView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final TabsViewModel viewModel;
    private final HBox node = new HBox();

    TabStripView(TabsViewModel viewModel) {
        this.viewModel = viewModel;
        node.getStyleClass().add("tab-strip");
        viewModel.pages().addListener((ListChangeListener<Page>) _ -> fill());
        viewModel.frontProperty().addListener((_, _, _) -> mark());
        fill();
    }

    Node node() {
        return node;
    }

    private void fill() {
        node.getChildren().setAll(viewModel.pages().stream().map(this::tab).toList());
        mark();
    }

    private Node tab(Page page) {
        var title = new Button(page.title(), Icons.of(PageLook.icon(page), "tab-icon"));
        title.setMnemonicParsing(false);
        title.getStyleClass().add("page-tab-title");
        title.setOnAction(_ -> viewModel.open(page));
        var close = new IconButton(Feather.X, Messages.get("shell.closetab.button", page.title()));
        close.getStyleClass().add("page-tab-close");
        close.setOnAction(_ -> viewModel.close(page));
        var tab = new HBox(title, close);
        tab.setAlignment(Pos.CENTER_LEFT);
        tab.getStyleClass().add("page-tab");
        tab.setUserData(page);
        tab.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.MIDDLE) viewModel.close(page);
                });
        return tab;
    }

    private void mark() {
        Optional<Page> front = viewModel.frontProperty().get();
        for (Node tab : node.getChildren())
            tab.pseudoClassStateChanged(
                    SELECTED, front.isPresent() && front.get().equals(tab.getUserData()));
    }
}
