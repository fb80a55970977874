package io.pipewright.kernel.sql;

import io.pipewright.worker.Worker;
import io.pipewright.worker.WorkerIdentity;
import io.pipewright.worker.table.DuckDb;
import java.nio.file.Path;
import java.util.Map;

/// The program of a sql worker.
public final class SqlWorker {

    private static final String DUCKDB = "2.0.0";

    private SqlWorker() {}

    public static void main(String[] args) throws Exception {
        var identity = new WorkerIdentity("sql", "DuckDB " + DUCKDB, Map.of("duckdb", DUCKDB));
        Worker.serve(identity, () -> new SqlBlocks(DuckDb.open(Path.of(""))));
    }
}
