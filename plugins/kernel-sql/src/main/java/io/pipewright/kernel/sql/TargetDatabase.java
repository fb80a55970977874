package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.SqlJob.Upstream;
import io.pipewright.kernel.sql.SqlJob.View;
import io.pipewright.kernel.sql.database.Dialect;
import io.pipewright.kernel.sql.database.Existing;
import io.pipewright.kernel.sql.database.TableName;
import io.pipewright.kernel.sql.database.TargetSession;
import io.pipewright.worker.table.Session;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The target database and schema that one block works in.
final class TargetDatabase implements StatementDatabase {

    private final Session duckDb;
    private final TargetSession session;
    private final String schema;
    private final Set<String> views = new HashSet<>();

    private TargetDatabase(Session duckDb, TargetSession session, String schema) {
        this.duckDb = duckDb;
        this.session = session;
        this.schema = schema;
    }

    /// Makes the schema if it is missing, and the current one.
    static TargetDatabase open(Session duckDb, TargetSession session, String schema)
            throws SQLException {
        session.dialect().useSchema(session, schema);
        return new TargetDatabase(duckDb, session, schema);
    }

    /// Shows the queries of upstreams that ran as raw SQL in this database, so that they are not computed into a table
    /// in between. A query that cannot be a view is left out: its upstream's stored output takes its place.
    void showViews(List<View> queries) throws SQLException {
        if (!session.dialect().hasTemporaryViews()) return;
        for (View view : queries) {
            List<SqlScanner.Part> parts = SqlScanner.split(view.query());
            if (parts.size() == 1 && RawSql.isQuery(parts.getFirst().text()))
                showView(view, parts.getFirst().text());
        }
    }

    private void showView(View view, String query) throws SQLException {
        String name = session.dialect().quoted(new TableName("", view.name()));
        try {
            session.execute("CREATE TEMPORARY VIEW " + name + " AS\n" + query);
            session.commit();
            views.add(view.uuid());
        } catch (SQLException _) {
            session.rollback();
        }
    }

    @Override
    public boolean showOwn(Upstream upstream) throws SQLException {
        if (views.contains(upstream.uuid())) return true;
        if (upstream.schema().isEmpty()) return false;
        TableName written = TableName.parse(upstream.table());
        var table =
                written.schema().isEmpty()
                        ? new TableName(upstream.schema().get(), written.name())
                        : written;
        return session.dialect().existing(session, table) != Existing.NOTHING;
    }

    @Override
    public boolean keepsNames(Upstream upstream) {
        return upstream.schema().isPresent();
    }

    @Override
    public void show(String name, String query) throws SQLException, IOException {
        TableName parsed = TableName.parse(name);
        TableName table = parsed.schema().isEmpty() ? new TableName(schema, parsed.name()) : parsed;
        Dialect dialect = session.dialect();
        dialect.makeSchema(session, table.schema());
        dialect.load(session, table, new Dialect.Rows(duckDb, query));
    }
}
