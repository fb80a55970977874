package io.pipewright.kernel.sql.database;

/// Which type of SQLite is which of DuckDB. SQLite keeps whole numbers, floating ones, text and bytes; the rest is text
/// whose declared type says what it means.
final class SqliteTypes {

    private SqliteTypes() {}

    static BatchLoad.Cell of(String type) {
        int bracket = type.endsWith("]") ? -1 : type.indexOf('(');
        return switch (bracket < 0 ? type : type.substring(0, bracket)) {
            case "BOOLEAN" -> new BatchLoad.Cell("BOOLEAN", "CAST(%s AS INTEGER)");
            case "TINYINT", "UTINYINT", "SMALLINT", "USMALLINT", "INTEGER", "UINTEGER", "BIGINT" ->
                    new BatchLoad.Cell("INTEGER", "CAST(%s AS BIGINT)");
            case "FLOAT", "DOUBLE" -> new BatchLoad.Cell("REAL", "CAST(%s AS DOUBLE)");
            case "DECIMAL" -> new BatchLoad.Cell(type, "CAST(%s AS VARCHAR)");
            case "DATE", "TIME" -> new BatchLoad.Cell(type, "CAST(%s AS VARCHAR)");
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                    new BatchLoad.Cell("TIMESTAMP", "CAST(%s AS VARCHAR)");
            case "BLOB" -> new BatchLoad.Cell("BLOB", "%s");
            default ->
                    DuckDbTypes.isNested(type) && !type.equals("JSON")
                            ? new BatchLoad.Cell("TEXT", "CAST(to_json(%s) AS VARCHAR)")
                            : new BatchLoad.Cell("TEXT", "CAST(%s AS VARCHAR)");
        };
    }
}
