package io.pipewright.app.data;

import io.pipewright.app.fx.Figures;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The number of a row as people count, from 1.
final class RowNumberCell extends TableCell<Integer, Integer> {

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        setText(row == null || empty ? "" : Figures.whole(row + 1L));
    }
}
