package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// PostgreSQL.
final class Postgres implements Dialect {

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public Connection connect(TargetSettings settings) throws SQLException {
        TargetSettings.Server server = settings.server();
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("ApplicationName", "pipewright");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "connectTimeout", Long.toString(server.connectTimeout().toSeconds()));
        String database = URLEncoder.encode(settings.database(), StandardCharsets.UTF_8);
        Connection connection =
                new Driver()
                        .connect(
                                "jdbc:postgresql://" + Hosts.checked(server) + "/" + database,
                                properties);
        if (connection == null) throw new SQLException("its driver does not know the address");
        return connection;
    }

    @Override
    public String quoted(String name) {
        return Sql.name(name);
    }

    @Override
    public void useSchema(TargetSession session, String schema) throws SQLException {
        makeSchema(session, schema);
        session.execute("SET search_path TO " + quoted(schema) + ", public");
        session.commit();
    }

    // CREATE SCHEMA IF NOT EXISTS asks for the right to create even if nothing is to be created.
    @Override
    public void makeSchema(TargetSession session, String schema) throws SQLException {
        boolean exists =
                session.query(
                        "SELECT to_regnamespace(" + literal(quoted(schema)) + ") IS NOT NULL",
                        rows -> rows.next() && rows.getBoolean(1));
        if (!exists) session.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
    }

    @Override
    public Existing existing(TargetSession session, TableName table) throws SQLException {
        String sql =
                "SELECT relkind = 'v' FROM pg_catalog.pg_class WHERE oid = to_regclass("
                        + literal(quoted(table))
                        + ")";
        return session.query(
                sql,
                rows -> {
                    if (!rows.next()) return Existing.NOTHING;
                    return rows.getBoolean(1) ? Existing.VIEW : Existing.TABLE;
                });
    }

    static String literal(String text) {
        String quoted = Sql.text(text);
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    /// Into a table beside the old one first: the query may read the old one.
    @Override
    public Replacement replacement(TableName table, Existing existing) {
        String created = quoted(table.sibling());
        return new Replacement(
                "CREATE TABLE " + created + " AS",
                List.of(
                        (existing == Existing.VIEW ? "DROP VIEW " : "DROP TABLE ") + quoted(table),
                        "ALTER TABLE " + created + " RENAME TO " + quoted(table.name())));
    }

    @Override
    public boolean hasTemporaryViews() {
        return true;
    }

    @Override
    public void load(TargetSession session, TableName table, Rows rows)
            throws SQLException, IOException {
        new PostgresLoad(this, session, table).load(rows);
    }

    @Override
    public List<StagedColumn> columns(ResultSetMetaData columns) throws SQLException {
        var staged = new ArrayList<StagedColumn>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var declared =
                    new PostgresTypes.Declared(
                            columns.getColumnTypeName(i),
                            columns.getPrecision(i),
                            columns.getScale(i));
            staged.add(PostgresTypes.staged(columns.getColumnLabel(i), declared));
        }
        return staged;
    }

    @Override
    public OptionalInt position(SQLException e, String sent) {
        ServerErrorMessage server = server(e);
        int position = server == null ? 0 : server.getPosition();
        return position > 0 ? OptionalInt.of(position) : OptionalInt.empty();
    }

    @Override
    public String message(SQLException e) {
        ServerErrorMessage server = server(e);
        if (server == null) return String.valueOf(e.getMessage());
        var text = new StringBuilder(String.valueOf(server.getMessage()));
        if (server.getDetail() != null) text.append(". ").append(server.getDetail());
        if (server.getHint() != null) text.append(" Hint: ").append(server.getHint());
        return text + " (SQLSTATE " + server.getSQLState() + ")";
    }

    private static @Nullable ServerErrorMessage server(SQLException e) {
        return e instanceof PSQLException own ? own.getServerErrorMessage() : null;
    }
}
