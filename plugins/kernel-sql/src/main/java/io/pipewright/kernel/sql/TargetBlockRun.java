package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.database.Dialect;
import io.pipewright.kernel.sql.database.Existing;
import io.pipewright.kernel.sql.database.RowStaging;
import io.pipewright.kernel.sql.database.TableName;
import io.pipewright.kernel.sql.database.TargetSession;
import io.pipewright.worker.RunRequest;
import io.pipewright.worker.RunResult;
import io.pipewright.worker.table.OutputFolder;
import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// One run of one SQL block in a database other than DuckDB. All that its statements change becomes visible together,
/// after the output is stored: a retry never does it twice.
final class TargetBlockRun {

    private final Session duckDb;
    private final TargetSession session;
    private final RunRequest request;
    private final SqlJob job;
    private final OutputFolder outputs;
    private RunningStatement statement = RunningStatement.none();

    TargetBlockRun(Session duckDb, TargetSession session, RunRequest request) {
        this.duckDb = duckDb;
        this.session = session;
        this.request = request;
        this.job = SqlJob.from(request.sql());
        this.outputs = new OutputFolder(request.outputFolder());
    }

    RunResult run() throws IOException {
        try {
            var database = TargetDatabase.open(duckDb, session, job.target().schema());
            database.showViews(job.views());
            new UpstreamRelations(duckDb, database).create(job.upstreams(), request.inputs());
            if (!job.preprocess()) runUntouched();
            else if (job.raw()) runRaw(RawSql.of(job.statement()));
            else writeTable();
            return RunResult.completed(outputs.outputs());
        } catch (SQLException e) {
            return RunResult.failed(
                    new TargetErrors(session, request.block(), job.statement()).of(e, statement));
        }
    }

    private void runUntouched() throws SQLException {
        statement = new RunningStatement(job.statement(), 1, "");
        session.executeUncontrolled(job.statement());
    }

    private void writeTable() throws SQLException, IOException {
        Dialect dialect = session.dialect();
        var table = new TableName(job.target().schema(), job.target().table());
        Existing existing = dialect.existing(session, table);
        Dialect.Replacement steps = steps(table, existing);
        statement = new RunningStatement(job.statement(), 1, steps.head() + "\n");
        session.execute(statement.sent());
        for (String step : steps.after()) session.execute(step);
        statement = RunningStatement.none();
        store("SELECT * FROM " + dialect.quoted(table) + " LIMIT " + job.limit());
        session.commit();
    }

    private Dialect.Replacement steps(TableName table, Existing existing) throws SQLException {
        String name = session.dialect().quoted(table);
        WritePolicy policy = job.target().policy();
        if (existing == Existing.NOTHING)
            return new Dialect.Replacement("CREATE TABLE " + name + " AS", List.of());
        boolean refused =
                policy == WritePolicy.FAIL
                        || (existing == Existing.VIEW && policy == WritePolicy.APPEND);
        if (refused) throw new TableExistsException(table.toString(), policy);
        if (policy == WritePolicy.APPEND)
            return new Dialect.Replacement("INSERT INTO " + name, List.of());
        return session.dialect().replacement(table, existing);
    }

    private void runRaw(RawSql sql) throws SQLException, IOException {
        List<SqlScanner.Part> parts = sql.statements();
        for (int i = 0; i < parts.size(); i++) {
            SqlScanner.Part part = parts.get(i);
            statement = new RunningStatement(part.text(), part.line(), "");
            boolean isResult = i == parts.size() - 1 && sql.table().isEmpty();
            if (isResult) storeRowsOf(part.text());
            else session.execute(part.text());
        }
        Optional<String> table = sql.table();
        if (table.isPresent())
            store("SELECT * FROM " + table.get() + " LIMIT " + RawSql.TABLE_LIMIT);
        session.commit();
    }

    // Only what a result set has brought is stored: a last INSERT gives no output.
    private void storeRowsOf(String sql) throws SQLException, IOException {
        Optional<RowStaging> rows = session.execute(sql, this::staged);
        if (rows.isPresent()) store(rows.get());
    }

    private void store(String query) throws SQLException, IOException {
        store(session.query(query, this::staged));
    }

    private RowStaging staged(ResultSet rows) throws SQLException {
        return RowStaging.of(duckDb, session, rows);
    }

    private void store(RowStaging rows) throws SQLException, IOException {
        outputs.addTable(duckDb, rows.source());
        rows.drop();
    }
}
