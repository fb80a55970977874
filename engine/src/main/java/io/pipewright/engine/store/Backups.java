package io.pipewright.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of the database file, each checked by opening it.
///
/// Keeps the newest seven within 2 GB, and always the newest one.
final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private static final int MOST = 7;
    private static final long MOST_BYTES = 2L << 30;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'engine-'uuuuMMdd'T'HHmmss'Z.zip'")
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final DatabaseFile database;
    private final InstantSource clock;

    Backups(Path folder, DatabaseFile database, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /// When the newest was taken.
    Optional<Instant> newest() throws IOException {
        return newestFirst().stream().map(Backups::taken).findFirst();
    }

    /// Copies the open database, page by page, while others write.
    ///
    /// @throws SQLException if the copy does not open
    Path take(Connection connection) throws IOException, SQLException {
        OwnerOnly.folder(folder);
        Path part = folder.resolve("taking.part");
        try (var statement = connection.createStatement()) {
            statement.execute("backup to '" + part.toString().replace("'", "''") + "'");
        }
        OwnerOnly.file(part);
        DatabaseFile copy = database.sibling("engine.checking");
        unpack(part, copy);
        try {
            DatabaseCheck.readAll(copy);
        } finally {
            Files.deleteIfExists(copy.file());
        }
        Path backup = folder.resolve(NAME.format(clock.instant()));
        DurableFiles.replace(part, backup);
        prune();
        return backup;
    }

    /// Puts the newest good one in the database's place.
    ///
    /// @return when it was taken; empty if there is no good one
    Optional<Instant> restore() throws IOException {
        DatabaseFile copy = database.sibling("engine.restoring");
        for (Path backup : newestFirst()) {
            try {
                unpack(backup, copy);
                DatabaseCheck.readAll(copy);
                DurableFiles.replace(copy.file(), database.file());
                return Optional.of(taken(backup));
            } catch (IOException | SQLException e) {
                LOG.warn("Backup {} is not usable", backup, e);
            }
        }
        Files.deleteIfExists(copy.file());
        return Optional.empty();
    }

    private static void unpack(Path zip, DatabaseFile copy) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            if (in.getNextEntry() == null)
                throw new IOException("Backup " + zip + " is empty or no zip file");
            Files.copy(in, copy.file(), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.file(copy.file());
    }

    private void prune() throws IOException {
        long bytes = 0;
        int kept = 0;
        for (Path backup : newestFirst()) {
            bytes += Files.size(backup);
            kept++;
            if (kept > 1 && (kept > MOST || bytes > MOST_BYTES)) Files.delete(backup);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("engine-\\d{8}T\\d{6}Z\\.zip"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Instant taken(Path backup) {
        return Instant.from(NAME.parse(backup.getFileName().toString()));
    }
}
