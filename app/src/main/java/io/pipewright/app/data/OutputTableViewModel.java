package io.pipewright.app.data;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.VariableKey;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One stored table: its columns are known from the run, its rows come page by page.
///
/// Thread: the FX thread only.
public final class OutputTableViewModel {

    private final List<ColumnInfo> columns;
    private final long rowCount;
    private final TablePages pages;
    private final ReadOnlyLongWrapper arrived = new ReadOnlyLongWrapper();
    private final ObjectProperty<Optional<String>> problem =
            new SimpleObjectProperty<>(Optional.empty());

    public OutputTableViewModel(
            ProjectConnection connection,
            VariableKey output,
            List<ColumnInfo> columns,
            long rowCount) {
        this.columns = List.copyOf(columns);
        this.rowCount = rowCount;
        this.pages =
                new TablePages(
                        connection.session(),
                        connection.background(),
                        output,
                        _ -> arrived.set(arrived.get() + 1),
                        failure ->
                                problem.set(
                                        Optional.of(
                                                ErrorText.of(
                                                        Messages.get(
                                                                "data.page.action",
                                                                output.output()),
                                                        failure))));
    }

    public List<ColumnInfo> columns() {
        return columns;
    }

    public long rowCount() {
        return rowCount;
    }

    /// Grows with each page that arrives: rows that were empty may have cells now.
    public ReadOnlyLongProperty arrivedProperty() {
        return arrived.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    /// The cell as one line of text; empty while its page is on its way.
    public String text(long row, int column) {
        return pages.row(row).map(cells -> CellText.of(cells.get(column))).orElse("");
    }

    /// The cell as it is stored, not rounded.
    public String exact(long row, int column) {
        return pages.row(row).map(cells -> String.valueOf(cellOf(cells, column))).orElse("");
    }

    /// Whether the cell is known and null.
    public boolean isNull(long row, int column) {
        return pages.row(row).map(cells -> cellOf(cells, column) == null).orElse(false);
    }

    public boolean isNumber(int column) {
        return CellText.isNumber(columns.get(column).type());
    }

    /// The widest text of the first rows in characters, for a column that fits them.
    public int widestText(int column) {
        int widest = columns.get(column).name().length();
        for (long row = 0; row < Math.min(rowCount, 40); row++)
            widest = Math.max(widest, text(row, column).length());
        return widest;
    }

    private static @Nullable Object cellOf(List<@Nullable Object> cells, int column) {
        return cells.get(column);
    }
}
