package io.pipewright.engine.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// One caller's change on its way through the writer.
final class Write<T> {

    private static final String SAVEPOINT = "before_this_write";

    private final String action;
    private final boolean synced;
    private final Function<Handle, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T value;

    /// @param action for the message when it fails, as in "keep run 42"
    /// @param synced whether it must survive a power cut
    Write(String action, boolean synced, Function<Handle, T> work) {
        this.action = action;
        this.synced = synced;
        this.work = work;
    }

    boolean needsSync() {
        return synced && !done.isDone();
    }

    /// Does the work, within a transaction that others share. A refusal undoes this write alone.
    ///
    /// @throws JdbiException if the database fails: the transaction is lost
    void perform(Handle handle) {
        handle.savepoint(SAVEPOINT);
        try {
            value = work.apply(handle);
            handle.releaseSavepoint(SAVEPOINT);
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException refusal) {
            handle.rollbackToSavepoint(SAVEPOINT);
            done.completeExceptionally(refusal);
        }
    }

    /// Tells the caller that it is committed. Does nothing to a refused one.
    @SuppressWarnings("NullAway") // T itself says whether the value may be null
    void acknowledge() {
        done.complete(value);
    }

    void fail(String why, @Nullable Throwable cause) {
        done.completeExceptionally(new StoreException(action, why, cause));
    }

    /// Waits, whatever interrupts.
    T await() {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw e;
        }
    }
}
