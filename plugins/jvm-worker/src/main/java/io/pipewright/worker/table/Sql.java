package io.pipewright.worker.table;

/// Quotes names and texts for SQL.
public final class Sql {

    private Sql() {}

    /// `my "table"` becomes `"my ""table"""`.
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// `it's` becomes `'it''s'`.
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
