package io.pipewright.app.shell;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.IconButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The column at the left: the pages of a project with their counts; can shrink to icons.
final class RailView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final ProjectViewModel viewModel;
    private final BooleanProperty collapsed;
    private final Map<Page, Button> entries = new LinkedHashMap<>();
    private final IconButton fold =
            new IconButton(Feather.CHEVRONS_LEFT, Messages.get("shell.collapse.button"));
    private final VBox node = new VBox(2);

    RailView(ProjectViewModel viewModel, BooleanProperty collapsed) {
        this.viewModel = viewModel;
        this.collapsed = collapsed;
        layOut();
        bind();
    }

    Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("rail");
        add(
                new Page.Pipelines(),
                viewModel.project().listingProperty().map(listing -> listing.pipelines().size()));
        add(new Page.Runs(), viewModel.project().runs().activeProperty().map(Number::intValue));
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        node.getChildren().addAll(gap, fold);
    }

    private void add(Page page, ObservableValue<Integer> count) {
        var name = new Label(page.title());
        name.getStyleClass().add("rail-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var number = new Label();
        number.getStyleClass().add("rail-count");
        number.textProperty().bind(count.map(Figures::whole));
        number.visibleProperty().bind(count.map(found -> found > 0));
        var words = new HBox(name, gap, number);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.visibleProperty().bind(collapsed.not());
        words.managedProperty().bind(collapsed.not());
        var content = new HBox(12, Icons.of(PageLook.icon(page), "rail-icon"), words);
        content.setAlignment(Pos.CENTER_LEFT);
        entries.put(page, button(page, content));
        node.getChildren().add(entries.get(page));
    }

    private Button button(Page page, HBox content) {
        var entry = new Button("", content);
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        entry.getStyleClass().add("rail-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAccessibleText(page.title());
        entry.setTooltip(new Tooltip(page.title()));
        entry.setOnAction(_ -> viewModel.tabs().open(page));
        content.prefWidthProperty().bind(entry.widthProperty().subtract(18));
        return entry;
    }

    private void bind() {
        viewModel.tabs().frontProperty().subscribe(this::mark);
        collapsed.subscribe(
                is -> {
                    node.pseudoClassStateChanged(COLLAPSED, is);
                    if (is) fold.show(Feather.CHEVRONS_RIGHT, Messages.get("shell.expand.button"));
                    else fold.show(Feather.CHEVRONS_LEFT, Messages.get("shell.collapse.button"));
                });
        fold.setOnAction(_ -> collapsed.set(!collapsed.get()));
    }

    // A pipeline's page belongs to the list of pipelines.
    private void mark(Optional<Page> front) {
        Optional<Page> entry =
                front.map(page -> page instanceof Page.OnePipeline ? new Page.Pipelines() : page);
        entries.forEach(
                (page, button) ->
                        button.pseudoClassStateChanged(SELECTED, entry.equals(Optional.of(page))));
    }
}
