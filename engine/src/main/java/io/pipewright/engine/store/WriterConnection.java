package io.pipewright.engine.store;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The writer's own connection; a new one after a failure.
///
/// Thread: the writer's alone.
final class WriterConnection {

    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

    private final DatabaseFile database;
    private final long epoch;
    private final Jdbi jdbi;
    private final Runnable onDropped;
    private @Nullable Handle handle;

    /// @param epoch of this opening; a transaction under another one is refused
    /// @param onDropped told when the database had to be given up, so that other connections are too
    WriterConnection(DatabaseFile database, long epoch, Runnable onDropped) {
        this.database = database;
        this.epoch = epoch;
        this.onDropped = onDropped;
        this.jdbi = Jdbi.create(database::open);
        this.handle = jdbi.open();
    }

    /// @throws JdbiException if the database fails; the transaction is then undone by `drop`
    void inTransaction(Consumer<Handle> work) {
        Handle current = open();
        current.begin();
        try {
            requireNewestEpoch(current);
        } catch (StaleEpochException e) {
            current.rollback();
            throw e;
        }
        work.accept(current);
        current.commit();
    }

    /// Returns when all that was committed survives a power cut.
    void sync() {
        open().execute("checkpoint sync");
    }

    void drop() {
        if (handle == null) return;
        try {
            handle.close();
        } catch (JdbiException e) {
            LOG.debug("A failed connection did not close cleanly", e);
        }
        handle = null;
        onDropped.run();
    }

    /// Compacts and closes the database for all.
    void shutdown() {
        // Plain JDBC: Jdbi asks the connection for more after each statement, and this one ends it.
        try (var statement = open().getConnection().createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException | JdbiException e) {
            // Nothing acknowledged is lost: the file only stays larger than it could be.
            LOG.warn("Could not compact {} while closing: {}", database.file(), explain(e), e);
        }
        drop();
    }

    String explain(Throwable failure) {
        return StoreFailure.explain(failure, database.file());
    }

    private Handle open() {
        if (handle == null) handle = jdbi.open();
        return handle;
    }

    private void requireNewestEpoch(Handle current) {
        long newest = current.createQuery("select epoch from engine_state").mapTo(Long.class).one();
        if (newest != epoch) throw new StaleEpochException(epoch, newest);
    }
}
