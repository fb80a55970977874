package io.pipewright.app.shell;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.notebook.FailureBar;
import io.pipewright.app.notebook.NotebookView;
import io.pipewright.app.parts.ProblemBar;
import io.pipewright.app.runs.RunsView;
import io.pipewright.app.shell.PipelinePageViewModel.Section;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One pipeline's page: its own row of tabs with the run button, and what they choose. Parts are built when first shown.
final class PipelinePageView {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CANCELS = PseudoClass.getPseudoClass("cancels");
    private static final double SIDEKICK_SHARE = 0.7;

    private final PipelinePageViewModel viewModel;
    private final Map<Section, Button> tabs = new EnumMap<>(Section.class);
    private final Map<Section, Node> built = new EnumMap<>(Section.class);
    private final FontIcon runIcon = Icons.of(Feather.PLAY);
    private final Button run = new Button("", runIcon);
    private final StackPane content = new StackPane();
    private final VBox node = new VBox();

    PipelinePageView(PipelinePageViewModel viewModel) {
        this.viewModel = viewModel;
        layOut();
        bind();
    }

    Node node() {
        return node;
    }

    private void layOut() {
        run.getStyleClass().add("run-button");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox();
        bar.getStyleClass().add("section-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (Section section : Section.values()) bar.getChildren().add(tab(section));
        var untrusted = new Label(Messages.get("pipeline.untrusted.text"));
        untrusted.getStyleClass().add("hint");
        untrusted.visibleProperty().bind(trusted().map(trusted -> !trusted));
        bar.getChildren().addAll(gap, untrusted, run);
        VBox.setVgrow(content, Priority.ALWAYS);
        var problem =
                new ProblemBar(
                        viewModel.pipeline().problemProperty(),
                        viewModel.pipeline()::dismissProblem);
        node.getChildren().setAll(bar, problem, content);
    }

    private Button tab(Section section) {
        var tab = new Button(Messages.get(section.key()));
        tab.getStyleClass().add("section-tab");
        tab.setOnAction(_ -> viewModel.sectionProperty().set(section));
        tabs.put(section, tab);
        return tab;
    }

    private void bind() {
        viewModel.sectionProperty().subscribe(this::show);
        viewModel.pipeline().runningProperty().subscribe(this::showRunning);
        run.setOnAction(_ -> viewModel.runOrCancel());
        run.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        !viewModel.project().listingProperty().get().trusted()
                                                || viewModel
                                                        .pipeline()
                                                        .pipelineProperty()
                                                        .get()
                                                        .isEmpty(),
                                viewModel.project().listingProperty(),
                                viewModel.pipeline().pipelineProperty()));
    }

    private javafx.beans.value.ObservableValue<Boolean> trusted() {
        return viewModel.project().listingProperty().map(listing -> listing.trusted());
    }

    private void showRunning(boolean running) {
        run.setText(Messages.get(running ? "pipeline.cancel.button" : "pipeline.run.button"));
        runIcon.setIconCode(running ? Feather.SQUARE : Feather.PLAY);
        run.pseudoClassStateChanged(CANCELS, running);
    }

    private void show(Section section) {
        tabs.forEach((each, tab) -> tab.pseudoClassStateChanged(SELECTED, each == section));
        content.getChildren().setAll(built.computeIfAbsent(section, this::build));
    }

    private Node build(Section section) {
        return switch (section) {
            case NOTEBOOK -> notebook();
            case RUNS -> new RunsView(viewModel.runs()).node();
        };
    }

    private Node notebook() {
        var sidekick = new SidekickView(viewModel).node();
        var split = new SplitPane(new NotebookView(viewModel.notebook()).node(), sidekick);
        SplitPane.setResizableWithParent(sidekick, false);
        split.setDividerPositions(SIDEKICK_SHARE);
        split.getStyleClass().add("notebook-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        return new VBox(new FailureBar(viewModel.notebook()), split);
    }
}
