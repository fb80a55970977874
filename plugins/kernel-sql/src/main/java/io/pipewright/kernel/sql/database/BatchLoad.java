package io.pipewright.kernel.sql.database;

import io.pipewright.kernel.sql.database.Dialect.Rows;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.Sql;
import java.sql.Blob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fills a new table by INSERT, many rows at a time, for databases that cannot read a file of text.
final class BatchLoad {

    private static final int BATCH = 500;

    private final TargetSession session;
    private final TableName table;
    private final Function<String, Cell> cells;

    /// How a column gets there.
    ///
    /// @param declared type of the target's column
    /// @param expression of DuckDB that gives what the driver takes; `%s` is the column
    record Cell(String declared, String expression) {}

    /// @param cells for each DuckDB type
    BatchLoad(TargetSession session, TableName table, Function<String, Cell> cells) {
        this.session = session;
        this.table = table;
        this.cells = cells;
    }

    void load(Rows rows) throws SQLException {
        List<Column> columns = DuckDbTypes.columns(rows.session(), rows.query());
        var declared = new ArrayList<String>();
        var selected = new ArrayList<String>();
        for (Column column : columns) {
            Cell cell = cells.apply(column.type());
            declared.add(session.dialect().quoted(column.name()) + " " + cell.declared());
            selected.add(cell.expression().formatted(Sql.name(column.name())));
        }
        String name = session.dialect().quoted(table);
        session.execute("DROP TABLE IF EXISTS " + name);
        session.execute("CREATE TABLE " + name + " (" + String.join(", ", declared) + ")");
        String query = "SELECT %s FROM (%s)".formatted(String.join(", ", selected), rows.query());
        try (ResultSet source = rows.session().open(query)) {
            insert(source, name, columns.size());
        }
        session.commit();
    }

    private void insert(ResultSet source, String name, int columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
                session.connection()
                        .prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")")) {
            int waiting = 0;
            while (source.next()) {
                for (int i = 1; i <= columns; i++) insert.setObject(i, cell(source.getObject(i)));
                insert.addBatch();
                if (++waiting == BATCH) waiting = send(insert);
            }
            send(insert);
        }
    }

    private int send(PreparedStatement insert) throws SQLException {
        session.stopIfCancelled();
        insert.executeBatch();
        return 0;
    }

    private static @Nullable Object cell(@Nullable Object value) throws SQLException {
        return value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : value;
    }
}
