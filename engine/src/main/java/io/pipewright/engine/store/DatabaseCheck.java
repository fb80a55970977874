package io.pipewright.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/// Tells whether a database file is whole.
final class DatabaseCheck {

    private DatabaseCheck() {}

    /// Opens a copy that nobody else uses, reads every row of it and closes it.
    ///
    /// @throws SQLException if it does not open or a page cannot be read
    static void readAll(DatabaseFile copy) throws SQLException {
        try (Connection connection = copy.open()) {
            Migrations.version(connection);
            readAll(connection);
        }
    }

    /// Reads every row.
    static void readAll(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                connection
                        .getMetaData()
                        .getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) tables.add(found.getString("TABLE_NAME"));
        }
        try (var statement = connection.createStatement()) {
            // Gathering statistics is the one statement that reads all columns of all rows and
            // returns nothing.
            for (String table : tables)
                statement.execute("analyze table \"" + table + "\" sample_size 0");
        }
    }
}
