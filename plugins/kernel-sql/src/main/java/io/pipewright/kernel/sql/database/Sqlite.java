package io.pipewright.kernel.sql.database;

import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/// SQLite: one file, made if it is missing.
final class Sqlite implements Dialect {

    private static final String SCHEMA = "main";
    private static final int LOCK_WAIT_MILLIS = 60_000;
    private static final Pattern CULPRIT =
            Pattern.compile("near \"(.+?)\": syntax error|no such \\w+: ([^\\s)]+)");

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public Connection connect(TargetSettings settings) throws SQLException {
        Path file = Path.of(settings.database());
        // The driver reads its own settings from what follows.
        if (settings.database().contains("?"))
            throw new SQLException("a path with a question mark cannot be used");
        if (!file.isAbsolute()) throw new SQLException("the path is not absolute");
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent))
            throw new SQLException("the folder \"" + parent + "\" does not exist");
        return new JDBC().connect("jdbc:sqlite:" + file, settings());
    }

    private static Properties settings() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(LOCK_WAIT_MILLIS);
        // A reader that wants to write later could not wait for another writer.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enableLoadExtension(false);
        // A table is renamed while views still name the old one.
        config.setPragma(SQLiteConfig.Pragma.LEGACY_ALTER_TABLE, "true");
        return config.toProperties();
    }

    @Override
    public String quoted(String name) {
        return Sql.name(name);
    }

    @Override
    public void useSchema(TargetSession session, String schema) throws SQLException {
        makeSchema(session, schema);
    }

    @Override
    public void makeSchema(TargetSession session, String schema) throws SQLException {
        if (!schema.equals(SCHEMA))
            throw new SQLException(
                    "SQLite has no schema \"%s\"; leave data_provider_schema empty"
                            .formatted(schema));
    }

    @Override
    public Existing existing(TargetSession session, TableName table) throws SQLException {
        String sql =
                "SELECT type FROM main.sqlite_master WHERE type IN ('table', 'view') AND name = "
                        + Sql.text(table.name())
                        + " COLLATE NOCASE";
        return session.query(
                sql,
                rows -> {
                    if (!rows.next()) return Existing.NOTHING;
                    return rows.getString(1).equals("view") ? Existing.VIEW : Existing.TABLE;
                });
    }

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
        new BatchLoad(session, table, SqliteTypes::of).load(rows);
    }

    @Override
    public List<StagedColumn> columns(ResultSetMetaData columns) throws SQLException {
        var staged = new ArrayList<StagedColumn>();
        for (int i = 1; i <= columns.getColumnCount(); i++)
            staged.add(
                    SqliteColumn.staged(columns.getColumnLabel(i), columns.getColumnTypeName(i)));
        return staged;
    }

    /// SQLite names the sign or word that it stumbled over, not where that is: its first place in the text.
    @Override
    public OptionalInt position(SQLException e, String sent) {
        Matcher culprit = CULPRIT.matcher(String.valueOf(e.getMessage()));
        if (!culprit.find()) return OptionalInt.empty();
        String word = culprit.group(1) == null ? culprit.group(2) : culprit.group(1);
        int offset = sent.indexOf(word);
        return offset < 0
                ? OptionalInt.empty()
                : OptionalInt.of(sent.codePointCount(0, offset) + 1);
    }

    @Override
    public String message(SQLException e) {
        String text = String.valueOf(e.getMessage());
        if (!(e instanceof SQLiteException own)) return text;
        // [SQLITE_ERROR] SQL error or missing database (no such table: x)
        int detail = text.indexOf('(');
        String message =
                detail > 0 && text.endsWith(")")
                        ? text.substring(detail + 1, text.length() - 1)
                        : text;
        return message + " (" + own.getResultCode().name() + ")";
    }
}
