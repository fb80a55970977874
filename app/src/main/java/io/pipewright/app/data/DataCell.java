package io.pipewright.app.data;

import io.pipewright.app.fx.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One cell of a stored table; blank while its page is on its way.
final class DataCell extends TableCell<Integer, Integer> {

    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");

    private final OutputTableViewModel viewModel;
    private final int column;

    DataCell(OutputTableViewModel viewModel, int column) {
        this.viewModel = viewModel;
        this.column = column;
        // Made when it is needed: a table has many cells and the mouse is over one.
        hoverProperty().subscribe(this::offerExactValue);
    }

    private void offerExactValue(boolean hovered) {
        Integer row = getItem();
        String exact = !hovered || row == null ? "" : viewModel.exact(row, column);
        setTooltip(exact.isEmpty() || exact.equals(getText()) ? null : new Tooltip(exact));
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            pseudoClassStateChanged(NULL, false);
            setText("");
            return;
        }
        boolean isNull = viewModel.isNull(row, column);
        pseudoClassStateChanged(NULL, isNull);
        setText(isNull ? Messages.get("data.null.text") : viewModel.text(row, column));
    }
}
