package io.pipewright.kernel.sql.database;

import io.pipewright.kernel.sql.database.Dialect.Rows;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.Sql;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Fills a new table by COPY. DuckDB writes the rows as text into a file of the worker, from which they go out as they
/// are: no row becomes a Java object.
final class PostgresLoad {

    private static final int BUFFER = 256 << 10;

    private final Postgres dialect;
    private final TargetSession session;
    private final TableName table;

    PostgresLoad(Postgres dialect, TargetSession session, TableName table) {
        this.dialect = dialect;
        this.session = session;
        this.table = table;
    }

    void load(Rows rows) throws SQLException, IOException {
        List<Column> columns = DuckDbTypes.columns(rows.session(), rows.query());
        Path file = Files.createTempFile("load", ".csv").toAbsolutePath().normalize();
        try {
            write(rows, columns, file);
            create(columns);
            copy(file);
            session.commit();
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Rows rows, List<Column> columns, Path file) throws SQLException {
        String cells =
                columns.stream()
                        .map(column -> PostgresTypes.text(Sql.name(column.name()), column.type()))
                        .collect(Collectors.joining(", "));
        rows.session()
                .execute(
                        "COPY (SELECT %s FROM (%s)) TO %s (FORMAT csv, HEADER false, NULLSTR '', FORCE_QUOTE *)"
                                .formatted(cells, rows.query(), Sql.text(file.toString())));
    }

    // The lock: two blocks may bring the same upstream at the same time.
    private void create(List<Column> columns) throws SQLException {
        String list =
                columns.stream()
                        .map(
                                column ->
                                        dialect.quoted(column.name())
                                                + " "
                                                + PostgresTypes.of(column.type()))
                        .collect(Collectors.joining(", "));
        String name = dialect.quoted(table);
        session.execute(
                "SELECT pg_advisory_xact_lock(hashtext("
                        + Postgres.literal("pipewright " + name)
                        + "))");
        session.execute("DROP TABLE IF EXISTS " + name);
        session.execute("CREATE TABLE " + name + " (" + list + ")");
    }

    private void copy(Path file) throws SQLException, IOException {
        try (InputStream rows = new Stoppable(Files.newInputStream(file))) {
            session.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + dialect.quoted(table) + " FROM STDIN (FORMAT csv)",
                            rows,
                            BUFFER);
        } catch (IOException e) {
            if (session.isCancelled()) throw new SQLException(e.getMessage(), e);
            throw e;
        }
    }

    /// Ends with an error once the block is interrupted; COPY then leaves nothing behind.
    private final class Stoppable extends FilterInputStream {

        private Stoppable(InputStream rows) {
            super(rows);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (session.isCancelled()) throw new IOException("the block was interrupted");
            return super.read(buffer, offset, length);
        }
    }
}
