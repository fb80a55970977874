package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/// Brings a database to the version of this program.
///
/// H2 commits each statement of a migration by itself, so the work is done on a copy that takes the original's place when it
/// is complete: a killed migration leaves the old version.
final class Migrations {

    /// Of this program: the number of the newest file in `migrations`.
    static final int CURRENT = 1;

    private static final String VERSION =
            """
            select coalesce(max(cast("version" as integer)), 0)
              from "flyway_schema_history"
             where "success"
            """;

    private final DatabaseFile database;

    Migrations(DatabaseFile database) {
        this.database = database;
    }

    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(VERSION)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// From nothing, or from an older version. The database is closed.
    void run() throws IOException, SQLException {
        DatabaseFile work = database.sibling("engine.migrating");
        Files.deleteIfExists(work.file());
        if (Files.exists(database.file())) Files.copy(database.file(), work.file());
        migrate(work);
        OwnerOnly.file(work.file());
        DurableFiles.replace(work.file(), database.file());
    }

    private static void migrate(DatabaseFile work) throws SQLException {
        // Keeps the file open from Flyway's first connection to its last.
        try (Connection connection = work.create();
                var statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(work.url(), DatabaseFile.USER, DatabaseFile.PASSWORD)
                    .locations("classpath:io/pipewright/engine/store/migrations")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            statement.execute("shutdown compact");
        }
    }
}
