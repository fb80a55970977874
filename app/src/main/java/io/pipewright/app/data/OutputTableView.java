package io.pipewright.app.data;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A stored table, drawn only where it is seen. Its height is fixed before any row is there.
public final class OutputTableView {

    private static final double ROW = 33;
    private static final double HEADER = 33;
    private static final double SCROLL_BAR = 14;
    private static final int MOST_FITTING_COLUMNS = 8;
    private static final double CHARACTER = 7.3;
    private static final double PADDING = 30;
    private static final double NARROWEST = 64;
    private static final double WIDEST = 320;

    private final OutputTableViewModel viewModel;
    private final TableView<Integer> table = new TableView<>();
    private boolean widthsFitted;

    /// @param visibleRows most rows seen at once
    public OutputTableView(OutputTableViewModel viewModel, int visibleRows) {
        this.viewModel = viewModel;
        layOut(visibleRows);
        bind();
    }

    public Node node() {
        return table;
    }

    private void layOut(int visibleRows) {
        table.getStyleClass().add("data-table");
        table.setFixedCellSize(ROW);
        double shown = Math.clamp(viewModel.rowCount(), 1, visibleRows);
        table.setMinHeight(HEADER + shown * ROW + roomForScrollBar());
        table.setPrefHeight(table.getMinHeight());
        table.setMaxHeight(table.getMinHeight());
        table.setPlaceholder(new Label(Messages.get("data.empty.text")));
        table.setAccessibleText(
                Messages.get("data.table.accessible", Figures.whole(viewModel.rowCount())));
        table.getColumns().add(numberColumn());
        for (int column = 0; column < viewModel.columns().size(); column++)
            table.getColumns().add(dataColumn(column));
        table.setItems(new RowNumbers(viewModel.rowCount()));
    }

    // Decided before the widths are known, so that nothing jumps when the rows come.
    private double roomForScrollBar() {
        return viewModel.columns().size() > MOST_FITTING_COLUMNS ? SCROLL_BAR : 0;
    }

    private void bind() {
        viewModel
                .arrivedProperty()
                .addListener(
                        (_, _, _) -> {
                            if (!widthsFitted) fitWidths();
                            table.refresh();
                        });
        if (viewModel.rowCount() > 0) viewModel.text(0, 0);
    }

    private TableColumn<Integer, Integer> numberColumn() {
        var column = column("data-number");
        column.setText("#");
        column.setPrefWidth(Figures.whole(viewModel.rowCount()).length() * CHARACTER + 24);
        column.setCellFactory(_ -> new RowNumberCell());
        return column;
    }

    private TableColumn<Integer, Integer> dataColumn(int index) {
        boolean number = viewModel.isNumber(index);
        var column = column(number ? "data-right" : "data-left");
        column.setGraphic(head(viewModel.columns().get(index), column));
        column.setPrefWidth(widthOf(viewModel.columns().get(index).name().length()));
        column.setCellFactory(_ -> new DataCell(viewModel, index));
        return column;
    }

    private static TableColumn<Integer, Integer> column(String styleClass) {
        var column = new TableColumn<Integer, Integer>();
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        return column;
    }

    // The type stands beside the name where there is room, and always in the tooltip.
    private static Node head(ColumnInfo info, TableColumn<Integer, Integer> column) {
        String words = info.type().toLowerCase(Locale.ROOT);
        var name = new Label(info.name());
        name.getStyleClass().add("data-column-name");
        name.setMinWidth(HBox.USE_PREF_SIZE);
        name.setTooltip(new Tooltip(info.name() + " " + words));
        var type = new Label(words);
        type.getStyleClass().add("data-column-type");
        double both = (info.name().length() + words.length() + 1) * CHARACTER + PADDING;
        type.visibleProperty().bind(column.widthProperty().greaterThanOrEqualTo(both));
        type.managedProperty().bind(type.visibleProperty());
        var head = new HBox(6, name, type);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fitWidths() {
        widthsFitted = true;
        for (int index = 0; index < viewModel.columns().size(); index++) {
            int name = viewModel.columns().get(index).name().length();
            int widest = Math.max(name, viewModel.widestText(index));
            table.getColumns().get(index + 1).setPrefWidth(widthOf(widest));
        }
    }

    private static double widthOf(int characters) {
        return Math.clamp(characters * CHARACTER + PADDING, NARROWEST, WIDEST);
    }
}
