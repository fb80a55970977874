package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.SqlJob.SqlTarget;
import io.pipewright.kernel.sql.SqlJob.Upstream;
import io.pipewright.kernel.sql.database.Existing;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The database and schema that one block works in, on the block's own session.
final class BlockDatabase implements StatementDatabase {

    private final Session session;
    private final String catalog;
    private final SqlTarget target;

    private BlockDatabase(Session session, String catalog, SqlTarget target) {
        this.session = session;
        this.catalog = catalog;
        this.target = target;
    }

    /// Attaches the database if need be, makes the schema if it is missing, and makes both the current ones.
    static BlockDatabase open(Session session, DatabaseFiles files, SqlTarget target)
            throws SQLException, IOException {
        String catalog =
                target.database().isPresent()
                        ? files.catalog(session, target.database().get())
                        : files.memoryCatalog(session);
        var database = new BlockDatabase(session, catalog, target);
        session.execute("CREATE SCHEMA IF NOT EXISTS " + database.qualified(target.schema()));
        session.execute("USE " + database.qualified(target.schema()));
        return database;
    }

    private String qualified(String... names) {
        return Sql.name(catalog)
                + Arrays.stream(names)
                        .map(name -> "." + Sql.name(name))
                        .collect(Collectors.joining());
    }

    /// The block's own table, fully named.
    String table() {
        return qualified(target.schema(), target.table());
    }

    Existing existing(String schema, String table) throws SQLException {
        String sql =
                "SELECT table_type FROM information_schema.tables WHERE table_catalog = "
                        + Sql.text(catalog)
                        + " AND lower(table_schema) = lower("
                        + Sql.text(schema)
                        + ") AND lower(table_name) = lower("
                        + Sql.text(table)
                        + ")";
        return session.query(
                sql,
                rows -> {
                    if (!rows.next()) return Existing.NOTHING;
                    return rows.getString(1).equals("VIEW") ? Existing.VIEW : Existing.TABLE;
                });
    }

    @Override
    public boolean keepsNames(Upstream upstream) {
        return upstream.database().isPresent() && upstream.database().equals(target.database());
    }

    @Override
    public boolean showOwn(Upstream upstream) throws SQLException {
        if (!keepsNames(upstream)) return false;
        List<String> parts = List.of(upstream.table().split("\\.", -1));
        String schema =
                parts.size() > 1 ? parts.get(parts.size() - 2) : upstream.schema().orElse("main");
        if (existing(schema, parts.getLast()) == Existing.NOTHING) return false;
        if (parts.size() == 1 && !schema.equalsIgnoreCase(target.schema()))
            view(upstream.table(), "SELECT * FROM " + qualified(schema, upstream.table()));
        return true;
    }

    /// As a view of this session over the rows where they are: nothing is copied and nothing stays behind. Only a name
    /// with a schema has to become a real table, for there are no temporary schemas.
    @Override
    public void show(String name, String query) throws SQLException {
        List<String> parts = List.of(name.split("\\.", -1));
        if (parts.size() == 1) {
            view(name, query);
        } else {
            String schema =
                    parts.subList(0, parts.size() - 1).stream()
                            .map(Sql::name)
                            .collect(Collectors.joining("."));
            session.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            session.execute(
                    "CREATE OR REPLACE TABLE "
                            + schema
                            + "."
                            + Sql.name(parts.getLast())
                            + " AS\n"
                            + query);
        }
    }

    private void view(String name, String query) throws SQLException {
        session.execute("CREATE OR REPLACE TEMP VIEW " + Sql.name(name) + " AS\n" + query);
    }
}
