package io.pipewright.worker.table;

import io.pipewright.worker.OutputInfo.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// One connection to the worker's DuckDB, whose statement at work can be cancelled.
///
/// Thread: one runs statements, any cancels. After [#cancel] every statement fails with "INTERRUPT Error".
public final class Session implements AutoCloseable {

    /// Reads what it needs from the rows of one query.
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static final String INTERRUPTED = "INTERRUPT Error: Interrupted!";

    private final Connection connection;
    private volatile boolean cancelled;
    private volatile Statement running;

    Session(Connection connection) throws SQLException {
        this.connection = connection;
        this.running = connection.createStatement();
    }

    /// Runs one or several statements; rows are dropped.
    public void execute(String sql) throws SQLException {
        try (Statement statement = start(connection.createStatement())) {
            statement.execute(sql);
        }
    }

    /// Runs a statement that changes or copies rows; how many.
    public long update(String sql) throws SQLException {
        try (Statement statement = start(connection.createStatement())) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /// Runs one or several statements and, if the last one gives rows, reads them.
    public void execute(String sql, Reading<?> reading) throws SQLException {
        try (Statement statement = start(connection.createStatement())) {
            if (!statement.execute(sql)) return;
            try (ResultSet rows = statement.getResultSet()) {
                reading.read(rows);
            }
        }
    }

    /// Runs one or several statements and reads the rows of the last one.
    public <T> T query(String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = start(connection.createStatement());
                ResultSet rows = statement.executeQuery(sql)) {
            return reading.read(rows);
        }
    }

    /// The number in the first row's first column.
    public long number(String sql) throws SQLException {
        return query(
                sql,
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    /// The columns that a query would give, without running it.
    public List<Column> columns(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            var meta = statement.getMetaData();
            var columns = new ArrayList<Column>();
            for (int i = 1; i <= meta.getColumnCount(); i++)
                columns.add(new Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
            return columns;
        }
    }

    /// Starts a query whose rows are fetched while they are read. The session must do nothing else until it is closed.
    public ResultSet open(String query) throws SQLException {
        return start(connection.createStatement()).executeQuery(query);
    }

    /// Adds many rows to a table that is there.
    public DuckDBAppender appender(String catalog, String schema, String table)
            throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(catalog, schema, table);
    }

    private Statement start(Statement statement) throws SQLException {
        running = statement;
        if (cancelled) throw new SQLException(INTERRUPTED);
        return statement;
    }

    /// Stops the statement at work, and all later ones. One that starts at this very moment may escape: call it again
    /// until the request has ended.
    public void cancel() {
        cancelled = true;
        try {
            running.cancel();
        } catch (SQLException _) {
            // The statement ended by itself meanwhile.
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
