package io.pipewright.app.shell;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.EmptyState;
import io.pipewright.app.parts.ProblemBar;
import io.pipewright.app.pipelines.PipelinesView;
import io.pipewright.app.runs.RunsView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// An open project: rail, tabs, the page in front, status bar. A page is built when it comes to the front first and kept
/// while its tab is open.
final class ProjectFrameView {

    private final ProjectViewModel viewModel;
    private final Map<Page, Node> built = new HashMap<>();
    private final StackPane content = new StackPane();
    private final BorderPane node = new BorderPane();

    ProjectFrameView(
            ProjectViewModel viewModel, BooleanProperty railCollapsed, Runnable reconnect) {
        this.viewModel = viewModel;
        VBox.setVgrow(content, Priority.ALWAYS);
        node.setLeft(new RailView(viewModel, railCollapsed).node());
        node.setCenter(
                new VBox(
                        new TabStripView(viewModel.tabs()).node(),
                        trustBar(),
                        new ProblemBar(viewModel.project().problemProperty(), () -> {}),
                        content));
        node.setBottom(new StatusBarView(viewModel.project(), reconnect).node());
        bind();
    }

    Node node() {
        return node;
    }

    private void bind() {
        viewModel
                .tabs()
                .pages()
                .addListener(
                        (ListChangeListener<Page>)
                                _ -> built.keySet().retainAll(viewModel.tabs().pages()));
        viewModel.tabs().frontProperty().subscribe(this::show);
    }

    private void show(Optional<Page> page) {
        Node shown =
                page.map(front -> built.computeIfAbsent(front, this::build))
                        .orElseGet(this::nothingOpen);
        content.getChildren().setAll(shown);
    }

    private Node build(Page page) {
        return switch (page) {
            case Page.Pipelines _ -> new PipelinesView(viewModel.pipelinesPage()).node();
            case Page.Runs _ -> new RunsView(viewModel.runsPage()).node();
            case Page.OnePipeline one ->
                    new PipelinePageView(viewModel.pipelinePage(one.id())).node();
        };
    }

    private Node nothingOpen() {
        var open = new Button(Messages.get("shell.notabs.button"));
        open.setOnAction(_ -> viewModel.tabs().open(new Page.Pipelines()));
        return new EmptyState(Feather.LAYOUT, Messages.get("shell.notabs.text"), open);
    }

    private Node trustBar() {
        var text = new Label(Messages.get("trust.bar.text"));
        var trust = new Button(Messages.get("trust.bar.button"));
        trust.getStyleClass().add("link-button");
        trust.setOnAction(_ -> viewModel.project().trust());
        var bar = new HBox(8, Icons.of(Feather.SHIELD, "muted-icon"), text, trust);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("trust-bar");
        bar.visibleProperty()
                .bind(viewModel.project().listingProperty().map(listing -> !listing.trusted()));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }
}
