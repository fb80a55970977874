package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.kernel.sql.database.TargetSession;
import io.pipewright.kernel.sql.database.TargetSettings;
import io.pipewright.worker.RunRequest;
import io.pipewright.worker.RunResult;
import io.pipewright.worker.WorkerKernel;
import io.pipewright.worker.table.DuckDb;
import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The sql worker's kernel: each request gets a session of its own on the one DuckDB of this process, and a block that
/// works in another database a connection of its own to that.
public final class SqlBlocks implements WorkerKernel {

    private final DuckDb duckDb;
    private final DatabaseFiles files = new DatabaseFiles();
    private volatile @Nullable Session session;
    private volatile @Nullable TargetSession target;

    SqlBlocks(DuckDb duckDb) {
        this.duckDb = duckDb;
    }

    @Override
    public RunResult run(RunRequest request) throws SQLException, IOException {
        try (Session own = duckDb.connect(request.project())) {
            session = own;
            JsonNode connection = request.sql().path("connection");
            return connection.isObject()
                    ? runIn(TargetSettings.from(connection), own, request)
                    : new SqlBlockRun(own, files, request).run();
        } finally {
            session = null;
            tidy();
        }
    }

    private RunResult runIn(TargetSettings settings, Session own, RunRequest request)
            throws SQLException, IOException {
        TargetSession opened;
        try {
            opened = TargetSession.open(settings);
        } catch (SQLException e) {
            return RunResult.failed(TargetErrors.notConnected(settings, request.block(), e));
        }
        try (opened) {
            target = opened;
            return new TargetBlockRun(own, opened, request).run();
        } finally {
            target = null;
        }
    }

    // In a session of its own: a cancelled one answers nothing any more.
    private void tidy() throws SQLException {
        try (Session own = duckDb.connect()) {
            files.tidy(own);
        }
    }

    @Override
    public ObjectNode answer(JsonNode question) throws SQLException, IOException {
        try (Session own = duckDb.connect()) {
            session = own;
            return new Questions(own).answer(question);
        } finally {
            session = null;
        }
    }

    @Override
    public void interrupt() {
        Session current = session;
        if (current != null) current.cancel();
        TargetSession elsewhere = target;
        if (elsewhere != null) elsewhere.cancel();
    }

    @Override
    public void close() throws IOException {
        try {
            duckDb.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB did not close its database files", e);
        }
    }
}
