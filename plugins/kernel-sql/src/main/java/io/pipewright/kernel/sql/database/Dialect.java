package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/// What is different from one kind of database to the next.
public sealed interface Dialect permits Postgres, Sqlite {

    /// @throws IllegalArgumentException for a provider that there is no dialect for
    static Dialect of(String provider) {
        return switch (provider) {
            case "postgres" -> new Postgres();
            case "sqlite" -> new Sqlite();
            default ->
                    throw new IllegalArgumentException(
                            "no SQL worker connects to \"" + provider + "\"");
        };
    }

    /// What people call it.
    String title();

    /// @throws SQLException if it cannot be reached or lets nobody in
    Connection connect(TargetSettings settings) throws SQLException;

    String quoted(String name);

    default String quoted(TableName table) {
        String name = quoted(table.name());
        return table.schema().isEmpty() ? name : quoted(table.schema()) + "." + name;
    }

    /// Makes the schema if it is missing, and the current one.
    void useSchema(TargetSession session, String schema) throws SQLException;

    void makeSchema(TargetSession session, String schema) throws SQLException;

    Existing existing(TargetSession session, TableName table) throws SQLException;

    /// How a query takes the place of what is there under a name.
    Replacement replacement(TableName table, Existing existing);

    /// @param head what stands before the query, on a line of its own
    /// @param after what follows in the same transaction
    record Replacement(String head, List<String> after) {}

    /// Whether a query can be shown under a name for the length of the session.
    boolean hasTemporaryViews();

    /// Makes the table new and fills it with the rows of a DuckDB query. Commits.
    void load(TargetSession session, TableName table, Rows rows) throws SQLException, IOException;

    /// Rows on their way out of DuckDB.
    ///
    /// @param query of `session`
    record Rows(Session session, String query) {}

    /// How the columns of a result reach DuckDB.
    List<StagedColumn> columns(ResultSetMetaData columns) throws SQLException;

    /// Where in the text that was sent an error is, counted from 1; empty if the database does not tell.
    OptionalInt position(SQLException e, String sent);

    /// The message of an error without the driver's additions.
    String message(SQLException e);
}
