package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Session.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection to a target database, for one block; its statement at work can be cancelled. Nothing is committed but
/// by [#commit], and what is not committed is undone by [#close].
///
/// Thread: one runs statements, any cancels. After [#cancel] every statement fails.
public final class TargetSession implements AutoCloseable {

    private static final int FIRST_FETCH = 100;

    private final Dialect dialect;
    private final Connection connection;
    private volatile boolean cancelled;
    private volatile @Nullable Statement running;

    private TargetSession(Dialect dialect, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    public static TargetSession open(TargetSettings settings) throws SQLException {
        Dialect dialect = Dialect.of(settings.provider());
        return new TargetSession(dialect, dialect.connect(settings));
    }

    public Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    /// Runs one statement; rows are dropped.
    public void execute(String sql) throws SQLException {
        try (Statement statement = start()) {
            statement.execute(sql);
        }
    }

    /// Runs statements each in a transaction of its own, as the text has them.
    public void executeUncontrolled(String sql) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try {
            execute(sql);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /// Runs a query; its rows are fetched part by part while they are read.
    public <T> T query(String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = start()) {
            statement.setFetchSize(FIRST_FETCH);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reading.read(rows);
            }
        }
    }

    /// Runs a statement; what was read from its rows, if it gave any.
    public <T> Optional<T> execute(String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = start()) {
            statement.setFetchSize(FIRST_FETCH);
            if (!statement.execute(sql)) return Optional.empty();
            try (ResultSet rows = statement.getResultSet()) {
                return Optional.of(reading.read(rows));
            }
        }
    }

    private Statement start() throws SQLException {
        Statement statement = connection.createStatement();
        // JSON texts have braces, which JDBC would take for its own.
        statement.setEscapeProcessing(false);
        running = statement;
        stopIfCancelled();
        return statement;
    }

    void stopIfCancelled() throws SQLException {
        if (cancelled) throw new SQLException("the block was interrupted");
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /// Drops what failed, so that the session can go on.
    public void rollback() throws SQLException {
        connection.rollback();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Stops the statement at work, and all later ones. One that starts at this very moment may escape: call it again.
    public void cancel() {
        cancelled = true;
        Statement statement = running;
        try {
            if (statement != null) statement.cancel();
        } catch (SQLException _) {
            // The statement ended by itself meanwhile.
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
