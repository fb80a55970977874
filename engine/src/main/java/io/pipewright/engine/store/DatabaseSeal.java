package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A note beside a database that was closed in order: length and checksum of the file. A file that does not match it was damaged
/// since.
///
/// @param file of the note
record DatabaseSeal(Path file, Path database) {

    /// What the note says when the database is opened.
    enum Finding {
        INTACT,
        BROKEN,
        /// The last engine was killed.
        NONE
    }

    void put() throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, DurableFiles.fingerprint(database));
        OwnerOnly.file(part);
        DurableFiles.replace(part, file);
    }

    /// Looks and takes the note away: from now on the file changes.
    Finding open() throws IOException {
        if (!Files.exists(file)) return Finding.NONE;
        boolean intact = Files.readString(file).equals(DurableFiles.fingerprint(database));
        DurableFiles.delete(file);
        return intact ? Finding.INTACT : Finding.BROKEN;
    }
}
