package io.pipewright.kernel.polyglot;

import io.pipewright.worker.RunRequest;
import io.pipewright.worker.RunResult;
import io.pipewright.worker.WorkerKernel;
import io.pipewright.worker.table.DuckDb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/// The polyglot worker's kernel. Every block gets a context of its own, so nothing leaks from one to the next; the next
/// context is made ready in the background while a block runs.
public final class JavaScriptBlocks implements WorkerKernel {

    private final Engine engine;
    private final ExecutorService background =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("polyglot-background-", 0).factory());
    private final Future<DuckDb> duckDb;
    private Future<JavaScriptContext> next;
    private volatile @Nullable JavaScriptRun running;

    JavaScriptBlocks(Path folder) {
        duckDb = background.submit(() -> DuckDb.open(folder));
        engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        next = prepare();
    }

    private Future<JavaScriptContext> prepare() {
        return background.submit((Callable<JavaScriptContext>) () -> new JavaScriptContext(engine));
    }

    @Override
    public RunResult run(RunRequest request) throws Exception {
        JavaScriptContext context = await(next);
        next = prepare();
        try (var tables = new BlockTables(await(duckDb), request)) {
            var run = new JavaScriptRun(context, tables, request);
            running = run;
            return run.run();
        } finally {
            running = null;
            background.execute(context::close);
        }
    }

    private static <T> T await(Future<T> made) throws Exception {
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the worker could not get ready: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void interrupt() {
        JavaScriptRun current = running;
        if (current != null) current.interrupt();
    }

    @Override
    public void close() throws IOException {
        background.shutdown();
        try {
            await(duckDb).close();
        } catch (SQLException e) {
            throw new IOException("DuckDB did not close", e);
        } catch (Exception e) {
            throw new IOException("the worker did not end in order", e);
        }
    }
}
