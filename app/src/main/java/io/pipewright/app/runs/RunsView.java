package io.pipewright.app.runs;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveClock;
import io.pipewright.app.live.LiveRun;
import io.pipewright.app.parts.Columns;
import io.pipewright.app.parts.Columns.PillValue;
import io.pipewright.app.parts.EmptyState;
import io.pipewright.app.parts.PageHeader;
import io.pipewright.app.parts.ProblemBar;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The page that lists runs; below it the selected one.
public final class RunsView {

    private final RunsViewModel viewModel;
    private final TextField filter = new TextField();
    private final Label summary = new Label();
    private final Button cancel =
            new Button(Messages.get("runs.cancel.button"), Icons.of(Feather.SQUARE));
    private final TableView<LiveRun> table = new TableView<>();
    private final SelectedRunView detail;
    private final VBox node = new VBox();
    private boolean filling;

    public RunsView(RunsViewModel viewModel) {
        this.viewModel = viewModel;
        this.detail = new SelectedRunView(viewModel);
        layOut();
        bind();
        handle();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().addAll("page", "runs-page");
        summary.getStyleClass().add("hint");
        Columns.prepare(table);
        addColumns();
        table.setPlaceholder(new EmptyState(Feather.PLAY_CIRCLE, Messages.get("runs.empty.text")));
        table.setAccessibleText(Messages.get("runs.title"));
        table.setPrefHeight(330);
        VBox.setVgrow(table, Priority.ALWAYS);
        var header =
                new PageHeader(
                        Messages.get("runs.title"),
                        PageHeader.filter(filter, Messages.get("runs.filter.prompt")),
                        cancel);
        Node history = new PipelineHistoryView(viewModel).node();
        HBox.setHgrow(detail.node(), Priority.ALWAYS);
        var below = new HBox(12, history, detail.node());
        var line = new HBox(summary);
        line.getStyleClass().add("page-line");
        node.getChildren()
                .setAll(
                        new ProblemBar(viewModel.problemProperty(), viewModel::dismissProblem),
                        header,
                        line,
                        table,
                        below);
    }

    private void addColumns() {
        var columns = table.getColumns();
        columns.add(Columns.pill(Messages.get("runs.column.status"), 130, RunsView::state));
        columns.add(
                Columns.text(
                        Messages.get("runs.column.run"), 76, "cell-mono", run -> "#" + run.id()));
        if (viewModel.isOfProject())
            columns.add(
                    Columns.text(
                            Messages.get("runs.column.pipeline"),
                            180,
                            "cell-strong",
                            RunsView::pipeline));
        columns.add(
                Columns.text(
                        Messages.get("runs.column.trigger"), 190, "cell-muted", RunsView::trigger));
        columns.add(Columns.text(Messages.get("runs.column.date"), 160, "cell-plain", this::date));
        columns.add(
                Columns.live(
                        Messages.get("runs.column.duration"), 100, "cell-number", this::duration));
        columns.add(
                Columns.live(
                        Messages.get("runs.column.blocks"), 80, "cell-number", RunsView::blocks));
        columns.add(
                Columns.live(Messages.get("runs.column.why"), 320, "cell-muted", RunsView::why));
    }

    private void bind() {
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        viewModel.runs().addListener((ListChangeListener<LiveRun>) _ -> fill());
        viewModel.selectedProperty().subscribe(this::showSelected);
        viewModel.project().runs().activeProperty().addListener((_, _, _) -> showSummary());
        fill();
    }

    private void handle() {
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, run) -> {
                            if (!filling) viewModel.select(Optional.ofNullable(run));
                        });
        cancel.setOnAction(_ -> viewModel.selectedProperty().get().ifPresent(viewModel::cancel));
    }

    // The table must not select anything by itself while its rows are exchanged.
    private void fill() {
        filling = true;
        table.getItems().setAll(viewModel.runs());
        viewModel.selectedProperty().get().ifPresent(table.getSelectionModel()::select);
        filling = false;
        showSummary();
    }

    private void showSummary() {
        summary.setText(viewModel.summary());
        boolean canCancel = viewModel.selectedProperty().get().map(LiveRun::isActive).orElse(false);
        cancel.setDisable(!canCancel);
    }

    private void showSelected(Optional<LiveRun> run) {
        showSummary();
        if (filling) return;
        filling = true;
        run.ifPresentOrElse(
                table.getSelectionModel()::select,
                () -> table.getSelectionModel().clearSelection());
        filling = false;
    }

    private static ObservableValue<PillValue> state(LiveRun run) {
        return run.runProperty()
                .map(_ -> new PillValue(run.shown(), Messages.get(run.shown().key())));
    }

    private static String pipeline(LiveRun run) {
        return run.run().pipeline().value();
    }

    private static String trigger(LiveRun run) {
        return run.run().origin().triggerName();
    }

    private String date(LiveRun run) {
        return Figures.when(
                run.run().origin().executionDate(),
                viewModel.project().clock().now(),
                viewModel.project().connection().zone());
    }

    private ObservableValue<String> duration(LiveRun run) {
        LiveClock clock = viewModel.project().clock();
        return Bindings.createStringBinding(
                () -> run.took(clock.now()).map(Figures::duration).orElse(""),
                run.runProperty(),
                clock.nowProperty());
    }

    private static ObservableValue<String> blocks(LiveRun run) {
        return Bindings.createStringBinding(
                () ->
                        run.blockRuns().isEmpty()
                                ? ""
                                : run.blocksDone() + "/" + run.blockRuns().size(),
                run.blockRuns());
    }

    private static ObservableValue<String> why(LiveRun run) {
        return Bindings.createStringBinding(
                () -> RunsViewModel.why(run), run.runProperty(), run.blockRuns());
    }
}
