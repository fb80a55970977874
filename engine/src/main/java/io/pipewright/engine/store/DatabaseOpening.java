package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Brings a project's database into a state that this program can work on: makes it, checks it, restores it, migrates it.
///
/// Thread: one that nobody interrupts; the project's lock is held.
final class DatabaseOpening {

    private final StateFolder folder;
    private final DatabaseFile database;
    private final Backups backups;

    DatabaseOpening(StateFolder folder, DatabaseFile database, Backups backups) {
        this.folder = folder;
        this.database = database;
        this.backups = backups;
    }

    /// An open connection, and how it came to be.
    record Opened(Connection connection, StoreOpening how) {}

    private sealed interface Look {
        record Good(Connection connection, int version) implements Look {}

        record Damaged(String why) implements Look {}
    }

    /// @throws StoreException if the database is of a newer version, in use, or the disk refuses
    Opened open() {
        try {
            if (Files.exists(database.file())) return openExisting();
            if (backups.newest().isPresent()) {
                return restored("its file " + database.file() + " was missing", Optional.empty());
            }
            new Migrations(database).run();
            return new Opened(database.open(), new StoreOpening.Created());
        } catch (IOException | SQLException e) {
            throw failure(e);
        }
    }

    private Opened openExisting() throws IOException, SQLException {
        var seal = new DatabaseSeal(folder.seal(), database.file()).open();
        return switch (look(seal)) {
            case Look.Damaged(String why) -> restored(why, Optional.of(moveAside()));
            case Look.Good(Connection connection, int version) -> current(connection, version);
        };
    }

    private Look look(DatabaseSeal.Finding seal) throws SQLException {
        if (seal == DatabaseSeal.Finding.BROKEN)
            return new Look.Damaged("its file changed after it was closed");
        if (seal == DatabaseSeal.Finding.NONE) database.findNewestState();
        Connection connection = null;
        try {
            connection = database.open();
            int version = Migrations.version(connection);
            if (seal == DatabaseSeal.Finding.NONE) DatabaseCheck.readAll(connection);
            return new Look.Good(connection, version);
        } catch (SQLException e) {
            if (connection != null) connection.close();
            if (isRefusedBySystem(e)) throw e;
            return new Look.Damaged(String.valueOf(StoreFailure.root(e).getMessage()));
        }
    }

    private boolean isRefusedBySystem(SQLException failure) {
        return StoreFailure.isInUse(failure)
                || StoreFailure.isDiskFull(failure, database.file())
                || StoreFailure.root(failure) instanceof FileSystemException;
    }

    private Opened current(Connection connection, int version) throws IOException, SQLException {
        if (version == Migrations.CURRENT) return new Opened(connection, new StoreOpening.Opened());
        try (connection) {
            if (version > Migrations.CURRENT) throw newer(version);
            Path backup = backups.take(connection);
            connection.close();
            new Migrations(database).run();
            return new Opened(
                    database.open(),
                    new StoreOpening.Migrated(version, Migrations.CURRENT, backup));
        }
    }

    private Opened restored(String why, Optional<Path> aside) throws IOException, SQLException {
        Optional<Instant> backup = backups.restore();
        if (backup.isEmpty()) new Migrations(database).run();
        Connection connection = database.open();
        Opened opened = current(connection, Migrations.version(connection));
        return new Opened(opened.connection(), new StoreOpening.Restored(why, aside, backup));
    }

    private StoreException failure(Exception cause) {
        return new StoreException(
                "open the run history", StoreFailure.explain(cause, database.file()), cause);
    }

    private StoreException newer(int version) {
        return new StoreException(
                "open the run history",
                database.file()
                        + " was written by a newer Pipewright (version "
                        + version
                        + "; this one knows "
                        + Migrations.CURRENT
                        + "). Open the project with that one, or move the file away to start anew",
                null);
    }

    private Path moveAside() throws IOException {
        OwnerOnly.folder(folder.damaged());
        long number = 1;
        Path aside = folder.damaged().resolve("engine-1.mv.db");
        while (Files.exists(aside))
            aside = folder.damaged().resolve("engine-" + ++number + ".mv.db");
        return Files.move(database.file(), aside, StandardCopyOption.ATOMIC_MOVE);
    }
}
