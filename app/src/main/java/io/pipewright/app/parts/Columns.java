package io.pipewright.app.parts;

import io.pipewright.app.live.ShownState;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Columns of the tables that list things: text of one style, or a state's pill.
public final class Columns {

    private static final double ROW = 33;
    private static final double WIDEST_TOOLTIP = 600;

    /// What a pill shows.
    ///
    /// @param text in place of the state's word
    public record PillValue(ShownState state, String text) {}

    private Columns() {}

    /// Rows of 33 pixels; the last column takes what is left.
    public static <T> void prepare(TableView<T> table) {
        table.getStyleClass().add("list-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /// For rows that never change.
    ///
    /// @param styleClass `cell-strong`, `cell-muted`, `cell-mono`, `cell-number` …
    public static <T> TableColumn<T, String> text(
            String title, double width, String styleClass, Function<T, String> text) {
        return live(title, width, styleClass, row -> new ReadOnlyObjectWrapper<>(text.apply(row)));
    }

    /// For rows that change while they are shown.
    public static <T> TableColumn<T, String> live(
            String title,
            double width,
            String styleClass,
            Function<T, ObservableValue<String>> text) {
        TableColumn<T, String> column = column(title, width, styleClass);
        column.setCellValueFactory(row -> text.apply(row.getValue()));
        column.setCellFactory(_ -> new TextCell<>());
        return column;
    }

    public static <T> TableColumn<T, PillValue> pill(
            String title, double width, Function<T, ObservableValue<PillValue>> pill) {
        TableColumn<T, PillValue> column = column(title, width, "cell-pill");
        column.setCellValueFactory(row -> pill.apply(row.getValue()));
        column.setCellFactory(_ -> new PillCell<>());
        return column;
    }

    private static <T, V> TableColumn<T, V> column(String title, double width, String styleClass) {
        var column = new TableColumn<T, V>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(styleClass);
        return column;
    }

    /// Text that does not fit is whole in a tooltip.
    private static final class TextCell<T> extends TableCell<T, String> {
        private final Tooltip whole = new Tooltip();

        TextCell() {
            whole.textProperty().bind(textProperty());
            whole.setWrapText(true);
            whole.setMaxWidth(WIDEST_TOOLTIP);
            textTruncatedProperty().subscribe(is -> setTooltip(is ? whole : null));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }

    private static final class PillCell<T> extends TableCell<T, PillValue> {
        private final StatePill pill = new StatePill();

        @Override
        protected void updateItem(@Nullable PillValue value, boolean empty) {
            super.updateItem(value, empty);
            if (value == null || empty) {
                setGraphic(null);
                return;
            }
            pill.show(value.state(), value.text());
            setGraphic(pill);
        }
    }
}
