package io.pipewright.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The few threads that read, each with a pooled connection.
///
/// Thread: any may ask; the caller waits without touching JDBC, so interrupting it harms nothing.
final class Readers implements AutoCloseable {

    private static final int THREADS = 2;

    private final DatabaseFile database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ExecutorService executor;

    Readers(DatabaseFile database, ThreadFactory threads) {
        this.database = database;
        this.pool = pool(database, threads);
        this.jdbi = Jdbi.create(pool);
        this.executor = Executors.newFixedThreadPool(THREADS, threads);
    }

    /// @param action for the message when it fails, as in "read run 42"
    <T> T read(String action, Function<Handle, T> query) {
        try {
            return CompletableFuture.supplyAsync(() -> jdbi.withHandle(query::apply), executor)
                    .join();
        } catch (CompletionException e) {
            throw new StoreException(
                    action, StoreFailure.explain(e, database.file()), e.getCause());
        } catch (RejectedExecutionException e) {
            throw new StoreException(action, "the engine is closing", e);
        }
    }

    /// Gives up the connections to a database that failed.
    void evict() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        executor.shutdown();
        Uninterrupted.join(executor);
        pool.close();
    }

    private static HikariDataSource pool(DatabaseFile database, ThreadFactory threads) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(database.url() + ";IFEXISTS=TRUE");
        config.setUsername(DatabaseFile.USER);
        config.setPassword(DatabaseFile.PASSWORD);
        config.setMaximumPoolSize(THREADS);
        config.setMinimumIdle(0);
        config.setThreadFactory(threads);
        return new HikariDataSource(config);
    }
}
