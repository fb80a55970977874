package io.pipewright.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One H2 file and how it is reached.
///
/// @param fileSystem H2's: `async:`, the one that survives an interrupt of a thread inside H2
/// @param file ends in `.mv.db`
record DatabaseFile(String fileSystem, Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    static final String USER = "sa";
    static final String PASSWORD = "";

    private static final String SUFFIX = ".mv.db";
    // WRITE_DELAY: H2's default loses acknowledged commits when the process is killed.
    // DB_CLOSE_ON_EXIT: its own shutdown hook
    // would close the file under the runs that are being ended.
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=16384;QUERY_CACHE_SIZE=64";

    static DatabaseFile of(Path file) {
        return new DatabaseFile("async:", file);
    }

    DatabaseFile sibling(String name) {
        return new DatabaseFile(fileSystem, file.resolveSibling(name + SUFFIX));
    }

    String url() {
        String name = file.toString().replace('\\', '/');
        return "jdbc:h2:"
                + fileSystem
                + name.substring(0, name.length() - SUFFIX.length())
                + OPTIONS;
    }

    Connection create() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url() + ";IFEXISTS=TRUE", USER, PASSWORD);
    }

    /// Searches the whole file for the newest state that was written, and notes in the file where it is. After a kill H2 alone
    /// follows its notes, which may be some commits behind once it has reused space inside the file (`KillLoop` shows it).
    void findNewestState() {
        var search = new MVStore.Builder().fileName(fileSystem + file).recoveryMode();
        try (MVStore _ = search.autoCommitDisabled().open()) {
            LOG.debug("Searched {} for its newest state", file);
        } catch (MVStoreException e) {
            // Whether it is damaged, in use or out of reach is told by opening it.
            LOG.warn("Could not search {} for its newest state", file, e);
        }
    }
}
