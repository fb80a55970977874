package io.pipewright.kernel.sql;

import io.pipewright.worker.BlockOutput;
import io.pipewright.worker.RunRequest;
import io.pipewright.worker.RunResult;
import io.pipewright.worker.table.OutputFolder;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.TableSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run of one SQL block.
final class SqlBlockRun {

    private static final int PRINTED_ROWS = 1000;

    private final Session session;
    private final DatabaseFiles files;
    private final RunRequest request;
    private final SqlJob job;
    private final OutputFolder outputs;
    private RunningStatement statement;

    SqlBlockRun(Session session, DatabaseFiles files, RunRequest request) {
        this.session = session;
        this.files = files;
        this.request = request;
        this.job = SqlJob.from(request.sql());
        this.outputs = new OutputFolder(request.outputFolder());
        this.statement = RunningStatement.none();
    }

    RunResult run() throws IOException {
        try {
            BlockDatabase database = BlockDatabase.open(session, files, job.target());
            new UpstreamRelations(session, database).create(job.upstreams(), request.inputs());
            if (!job.preprocess()) runUntouched();
            else if (job.raw()) runRaw(RawSql.of(job.statement()));
            else writeTable(database);
            return RunResult.completed(outputs.outputs());
        } catch (SQLException e) {
            return RunResult.failed(SqlErrors.of(e, statement, request.block(), job.statement()));
        }
    }

    private void runUntouched() throws SQLException {
        statement = new RunningStatement(job.statement(), 1, "");
        session.execute(job.statement());
    }

    /// Writes the query's rows into the block's table. Table and output become visible together: if the output cannot
    /// be stored, a retry must not append the rows a second time.
    private void writeTable(BlockDatabase database) throws SQLException, IOException {
        session.execute("BEGIN");
        statement = new RunningStatement(job.statement(), 1, head(database) + "\n");
        session.execute(statement.sent());
        outputs.addTable(session, new TableSource.Table(database.table(), job.limit()));
        session.execute("COMMIT");
    }

    private String head(BlockDatabase database) throws SQLException {
        String schema = job.target().schema();
        String table = job.target().table();
        return switch (database.existing(schema, table)) {
            case NOTHING -> "CREATE TABLE " + database.table() + " AS";
            case TABLE ->
                    switch (job.target().policy()) {
                        case APPEND -> "INSERT INTO " + database.table();
                        case REPLACE -> "CREATE OR REPLACE TABLE " + database.table() + " AS";
                        case FAIL -> throw exists(schema, table);
                    };
            case VIEW ->
                    switch (job.target().policy()) {
                        case APPEND, FAIL -> throw exists(schema, table);
                        case REPLACE -> {
                            session.execute("DROP VIEW " + database.table());
                            yield "CREATE TABLE " + database.table() + " AS";
                        }
                    };
        };
    }

    private SQLException exists(String schema, String table) {
        String refusal = job.target().policy().refusal(schema + "." + table);
        return new SQLException("Table Exists Error: " + refusal);
    }

    private void runRaw(RawSql sql) throws SQLException, IOException {
        List<SqlScanner.Part> parts = sql.statements();
        for (int i = 0; i < parts.size(); i++) {
            SqlScanner.Part part = parts.get(i);
            statement = new RunningStatement(part.text(), part.line(), "");
            boolean isResult = i == parts.size() - 1 && sql.table().isEmpty();
            if (isResult && RawSql.isQuery(part.text())) storeQuery(part.text());
            else if (isResult) printRows(part.text());
            else session.execute(part.text());
        }
        commitIfOpen();
        Optional<String> table = sql.table();
        if (table.isPresent())
            outputs.addTable(session, new TableSource.Table(table.get(), RawSql.TABLE_LIMIT));
    }

    private void storeQuery(String query) throws SQLException, IOException {
        outputs.addTable(session, new TableSource.Query(query));
    }

    // PRAGMA, CALL, EXPLAIN: DuckDB cannot write their rows to a file, so they go to the log.
    private void printRows(String sql) throws SQLException {
        session.execute(
                sql,
                rows -> {
                    int columns = rows.getMetaData().getColumnCount();
                    for (int row = 0; row < PRINTED_ROWS && rows.next(); row++) {
                        var cells = new ArrayList<String>();
                        for (int i = 1; i <= columns; i++)
                            cells.add(String.valueOf(rows.getObject(i)));
                        BlockOutput.line(String.join("\t", cells));
                    }
                    return columns;
                });
    }

    // Raw SQL is committed when it ends, also if the author opened a transaction.
    private void commitIfOpen() throws SQLException {
        try {
            session.execute("COMMIT");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) throw e;
        }
    }
}
