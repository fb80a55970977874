package io.pipewright.app.pipelines;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.ShownState;
import io.pipewright.app.parts.Columns;
import io.pipewright.app.parts.Columns.PillValue;
import io.pipewright.app.parts.EmptyState;
import io.pipewright.app.parts.PageHeader;
import io.pipewright.engine.project.ProjectProblem;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The page that lists pipelines; below it, what is wrong in the project's files.
public final class PipelinesView {

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final PipelinesViewModel viewModel;
    private final TextField filter = new TextField();
    private final TableView<PipelineRow> table = new TableView<>();
    private final ProblemsCard problems = new ProblemsCard();
    private final VBox node = new VBox();

    public PipelinesView(PipelinesViewModel viewModel) {
        this.viewModel = viewModel;
        layOut();
        bind();
        handle();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().addAll("page", "pipelines-page");
        Columns.prepare(table);
        table.getStyleClass().add("pipelines-table");
        table.getColumns()
                .add(
                        Columns.pill(
                                Messages.get("pipelines.column.status"),
                                130,
                                PipelinesView::state));
        table.getColumns()
                .add(
                        Columns.text(
                                Messages.get("pipelines.column.name"),
                                260,
                                "cell-strong",
                                row -> row.entry().name()));
        table.getColumns()
                .add(
                        Columns.text(
                                Messages.get("pipelines.column.type"),
                                120,
                                "cell-muted",
                                PipelinesView::type));
        table.getColumns()
                .add(
                        Columns.text(
                                Messages.get("pipelines.column.blocks"),
                                80,
                                "cell-number",
                                PipelinesView::blocks));
        table.getColumns()
                .add(
                        Columns.text(
                                Messages.get("pipelines.column.last"),
                                170,
                                "cell-plain",
                                this::lastRun));
        table.getColumns()
                .add(
                        Columns.text(
                                Messages.get("pipelines.column.problems"),
                                320,
                                "cell-problem",
                                PipelinesView::problem));
        table.setAccessibleText(Messages.get("pipelines.title"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var header =
                new PageHeader(
                        Messages.get("pipelines.title"),
                        PageHeader.filter(filter, Messages.get("pipelines.filter.prompt")));
        node.getChildren().setAll(header, table, problems.node());
    }

    private void bind() {
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        table.setItems(viewModel.rows());
        viewModel.rows().addListener((ListChangeListener<PipelineRow>) _ -> showEmptiness());
        viewModel
                .problems()
                .addListener(
                        (ListChangeListener<FileProblem>) _ -> problems.show(viewModel.problems()));
        problems.show(viewModel.problems());
        showEmptiness();
    }

    private void handle() {
        table.setRowFactory(_ -> new Row());
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() != KeyCode.ENTER) return;
                    openSelected();
                    key.consume();
                });
        table.getSelectionModel().selectFirst();
        // So that Enter opens the first pipeline at once.
        table.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) table.requestFocus();
                        });
    }

    private void openSelected() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(viewModel::open);
    }

    private void showEmptiness() {
        table.setPlaceholder(
                viewModel.hasPipelines()
                        ? new EmptyState(Feather.SEARCH, Messages.get("pipelines.nomatch.text"))
                        : new EmptyState(Feather.GIT_BRANCH, Messages.get("pipelines.empty.text")));
    }

    private static ObservableValue<PillValue> state(PipelineRow row) {
        return new ReadOnlyObjectWrapper<>(
                row.entry().isBroken()
                        ? new PillValue(ShownState.FAILED, Messages.get("pipelines.broken.text"))
                        : new PillValue(row.state(), Messages.get(row.state().key())));
    }

    private static String type(PipelineRow row) {
        return row.entry().isBroken() ? "" : row.entry().type();
    }

    private static String blocks(PipelineRow row) {
        return row.entry().isBroken() ? "" : Figures.whole(row.entry().counts().blocks());
    }

    private String lastRun(PipelineRow row) {
        return row.lastRun()
                .map(
                        run ->
                                Figures.when(
                                        run.createdAt(),
                                        viewModel.project().clock().now(),
                                        viewModel.project().connection().zone()))
                .orElse("");
    }

    private static String problem(PipelineRow row) {
        return row.entry().problems().stream().findFirst().map(ProjectProblem::message).orElse("");
    }

    private final class Row extends TableRow<PipelineRow> {
        Row() {
            setOnMouseClicked(
                    click -> {
                        if (click.getClickCount() == 2 && !isEmpty()) openSelected();
                    });
        }

        @Override
        protected void updateItem(@Nullable PipelineRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(BROKEN, row != null && !empty && row.entry().isBroken());
        }
    }
}
