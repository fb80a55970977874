package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import io.pipewright.worker.table.TableSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// Takes the rows of a result into a temporary table of DuckDB, which spills to disk: the Java heap only ever holds one
/// fetch of rows. How many rows a fetch has follows from the largest row so far.
public final class RowStaging {

    private static final String TABLE = "pipewright_rows";
    private static final String QUALIFIED = "temp." + TABLE;
    private static final int FETCHED_BYTES = 16 << 20;
    private static final int MOST_FETCHED_ROWS = 2000;

    private final Session session;
    private final List<StagedColumn> columns;

    private RowStaging(Session session, List<StagedColumn> columns) {
        this.session = session;
        this.columns = columns;
    }

    /// Reads all rows; they are staged until [#drop].
    ///
    /// @param rows of `target`, before the first
    public static RowStaging of(Session session, TargetSession target, ResultSet rows)
            throws SQLException {
        var staging = new RowStaging(session, named(target.dialect().columns(rows.getMetaData())));
        staging.fill(rows, target);
        return staging;
    }

    // A result may name two columns alike, a table may not.
    private static List<StagedColumn> named(List<StagedColumn> columns) {
        var taken = new HashSet<String>();
        var named = new ArrayList<StagedColumn>();
        for (StagedColumn column : columns) {
            String name = column.name();
            for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++)
                name = column.name() + "_" + i;
            named.add(new StagedColumn(name, column.staged(), column.cell(), column.type()));
        }
        return named;
    }

    private void fill(ResultSet rows, TargetSession target) throws SQLException {
        String list =
                columns.stream()
                        .map(column -> Sql.name(column.name()) + " " + column.staged())
                        .collect(Collectors.joining(", "));
        session.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " (" + list + ")");
        try (DuckDBAppender appender = session.appender("temp", "main", TABLE)) {
            int largest = 1;
            for (long row = 0; rows.next(); row++) {
                target.stopIfCancelled();
                appender.beginRow();
                int bytes = 1;
                for (int i = 0; i < columns.size(); i++)
                    bytes += columns.get(i).cell().move(rows, i + 1, appender);
                appender.endRow();
                if (row == 0 || bytes > largest) {
                    largest = Math.max(largest, bytes);
                    rows.setFetchSize(fetchSize(largest));
                }
            }
        }
    }

    static int fetchSize(int largestRow) {
        return Math.clamp(FETCHED_BYTES / largestRow, 1, MOST_FETCHED_ROWS);
    }

    /// The staged rows in their final types, in the order in which they came.
    public TableSource.Query source() throws SQLException {
        var list = new ArrayList<String>();
        for (StagedColumn column : columns) list.add(selected(column));
        return new TableSource.Query("SELECT " + String.join(", ", list) + " FROM " + QUALIFIED);
    }

    private String selected(StagedColumn column) throws SQLException {
        String name = Sql.name(column.name());
        Optional<String> type = column.type().choose(session, QUALIFIED, name);
        if (type.isEmpty()) return name;
        String text = type.get().endsWith("]") ? "CAST(" + name + " AS JSON)" : name;
        return "CAST(" + text + " AS " + type.get() + ") AS " + name;
    }

    public void drop() throws SQLException {
        session.execute("DROP TABLE IF EXISTS " + QUALIFIED);
    }
}
