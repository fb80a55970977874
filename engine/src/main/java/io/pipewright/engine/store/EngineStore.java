package io.pipewright.engine.store;

import io.pipewright.engine.run.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open run history of one project.
///
/// Thread: any; blocks. Interrupts harm nothing.
public final class EngineStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineStore.class);

    private static final Duration BETWEEN_BACKUPS = Duration.ofHours(24);

    private final StoreSettings settings;
    private final StoreOpening opening;
    private final Backups backups;
    private final Readers readers;
    private final Writer writer;
    private final DatabaseFile database;
    private final RunStore runs;

    private EngineStore(StoreSettings settings, DatabaseFile database) throws SQLException {
        this.settings = settings;
        this.database = database;
        this.backups = new Backups(settings.folder().backups(), database, settings.clock());
        var opened = new DatabaseOpening(settings.folder(), database, backups).open();
        this.opening = opened.how();
        // Kept open until the writer has a connection of its own: H2 closes a file that nobody
        // uses.
        try (Connection connection = opened.connection()) {
            long epoch = Jdbi.create(connection).withHandle(new Ownership(settings)::claim);
            this.readers = new Readers(database, settings.threads());
            this.writer =
                    new Writer(
                            new WriterConnection(database, epoch, readers::evict),
                            settings.threads());
            this.runs = new H2RunStore(writer, readers);
        }
    }

    /// Opens the project's history: makes it if there is none, restores the newest good backup if it is damaged, brings it to this
    /// program's version if it is older. The caller holds the project's lock.
    ///
    /// @throws StoreException if it belongs to another project, is of a newer version, in use, or the disk refuses
    public static EngineStore open(StoreSettings settings) {
        return open(settings, DatabaseFile.of(settings.folder().database()));
    }

    static EngineStore open(StoreSettings settings, DatabaseFile database) {
        return Uninterrupted.call(
                settings.threads(),
                () -> {
                    try {
                        return new EngineStore(settings, database);
                    } catch (SQLException e) {
                        throw new StoreException(
                                "open the run history",
                                StoreFailure.explain(e, database.file()),
                                e);
                    }
                });
    }

    /// How it came to be open.
    public StoreOpening opening() {
        return opening;
    }

    public RunStore runs() {
        return runs;
    }

    /// Takes a backup when the newest is a day old or there is none. Others read and write meanwhile.
    ///
    /// @return the backup, if one was due
    /// @throws StoreException if it could not be taken or does not open
    public Optional<Path> backUpIfDue() {
        return Uninterrupted.call(
                settings.threads(),
                () -> {
                    try {
                        return isBackupDue() ? Optional.of(backUp()) : Optional.empty();
                    } catch (IOException | SQLException e) {
                        throw new StoreException(
                                "back up the run history",
                                StoreFailure.explain(e, database.file()),
                                e);
                    }
                });
    }

    private boolean isBackupDue() throws IOException {
        Instant due = settings.clock().instant().minus(BETWEEN_BACKUPS);
        return backups.newest().filter(taken -> taken.isAfter(due)).isEmpty();
    }

    private Path backUp() throws IOException, SQLException {
        try (Connection connection = database.open()) {
            return backups.take(connection);
        }
    }

    /// Writes what waits, compacts the file and notes that it was closed in order.
    @Override
    public void close() {
        readers.close();
        writer.close();
        Uninterrupted.call(settings.threads(), this::seal);
    }

    private boolean seal() {
        try {
            OwnerOnly.file(database.file());
            new DatabaseSeal(settings.folder().seal(), database.file()).put();
            return true;
        } catch (IOException e) {
            // The next opening reads every row instead.
            LOG.warn("Could not note that {} was closed in order", database.file(), e);
            return false;
        }
    }
}
