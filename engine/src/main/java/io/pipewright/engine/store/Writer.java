package io.pipewright.engine.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes whatever waits, commits it in one transaction and acknowledges all of it.
///
/// A write that its own rules refuse fails alone; a failing disk fails the whole group, and the next group tries anew.
/// Thread: any may write; the caller waits without touching JDBC, so interrupting it harms nothing.
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final int LARGEST_GROUP = 1_000;

    /// A group of this size needs no more company.
    private static final int LARGE_GROUP = 50;

    private final LinkedBlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final Write<Boolean> end = new Write<>("close the store", false, _ -> true);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CommitPace pace = new CommitPace(System.nanoTime());
    private final WriterConnection connection;

    Writer(WriterConnection connection, ThreadFactory threads) {
        this.connection = connection;
        threads.newThread(this::run).start();
    }

    /// Does `work` within the next transaction and returns its value when that is committed.
    ///
    /// @param action for the message when it fails, as in "keep run 42"
    /// @param synced whether it must survive a power cut
    <T> T write(String action, boolean synced, Function<Handle, T> work) {
        var write = new Write<>(action, synced, work);
        queue.add(write);
        if (ended.isDone()) refuseWaiting();
        return write.await();
    }

    /// Writes what waits, then compacts and closes the database.
    @Override
    public void close() {
        queue.add(end);
        ended.join();
    }

    private void run() {
        try {
            List<Write<?>> group = nextGroup();
            while (!group.contains(end)) {
                commit(group);
                group = nextGroup();
            }
            commit(group);
            connection.shutdown();
        } catch (InterruptedException e) {
            LOG.error("The store's writer was interrupted; the store is closed", e);
        } finally {
            ended.complete(null);
            refuseWaiting();
        }
    }

    private void refuseWaiting() {
        for (Write<?> left = queue.poll(); left != null; left = queue.poll())
            left.fail("the engine is closing", null);
    }

    private List<Write<?>> nextGroup() throws InterruptedException {
        var group = new ArrayList<Write<?>>();
        group.add(queue.take());
        queue.drainTo(group, LARGEST_GROUP - 1);
        Duration linger = pace.linger(System.nanoTime());
        long deadline = System.nanoTime() + linger.toNanos();
        while (group.size() < LARGE_GROUP && System.nanoTime() < deadline && !group.contains(end)) {
            Write<?> company = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (company == null) break;
            group.add(company);
            queue.drainTo(group, LARGEST_GROUP - group.size());
        }
        return group;
    }

    private void commit(List<Write<?>> group) {
        try {
            connection.inTransaction(handle -> group.forEach(write -> write.perform(handle)));
            if (group.stream().anyMatch(Write::needsSync)) connection.sync();
            group.forEach(Write::acknowledge);
        } catch (JdbiException e) {
            String why = connection.explain(e);
            LOG.warn("Could not commit {} changes: {}", group.size(), why, e);
            connection.drop();
            group.forEach(write -> write.fail(why, e));
        } catch (StaleEpochException e) {
            group.forEach(write -> write.fail(e.getMessage(), e));
        }
    }
}
