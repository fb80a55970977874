package io.pipewright.kernel.sql;

import io.pipewright.worker.Training;
import io.pipewright.worker.Worker;
import io.pipewright.worker.WorkerIdentity;
import io.pipewright.worker.table.DuckDb;
import java.nio.file.Path;
import java.util.Map;

/// The program of a sql worker.
public final class SqlWorker {

    private static final String DUCKDB = "2.0.0";

    private SqlWorker() {}

    /// @param arguments none to serve an engine, `train` for a training run in the current folder
    public static void main(String[] arguments) throws Exception {
        var identity = new WorkerIdentity("sql", "DuckDB " + DUCKDB, Map.of("duckdb", DUCKDB));
        Worker.Factory kernel = () -> new SqlBlocks(DuckDb.open(Path.of("")));
        if (arguments.length == 0) Worker.serve(identity, kernel);
        else Training.run(identity, kernel, SqlTraining.messages());
    }
}
