package io.pipewright.worker.table;

/// The names under which `data_column_types.json` tells Python readers what a column's cells are.
final class PythonTypes {

    private PythonTypes() {}

    /// @param type DuckDB's name
    /// @param nulls whether a cell is null: whole numbers then need the nullable kind of pandas
    static String of(String type, boolean nulls) {
        if (type.endsWith("]")) return "list";
        int bracket = type.indexOf('(');
        return switch (bracket < 0 ? type : type.substring(0, bracket)) {
            case "BOOLEAN" -> "bool";
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> nulls ? "Int64" : "int64";
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT" -> nulls ? "UInt64" : "uint64";
            case "FLOAT", "DOUBLE" -> "float64";
            case "DECIMAL" -> "Decimal";
            case "DATE" -> "date";
            case "TIME", "TIME WITH TIME ZONE" -> "time";
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> "datetime64[ns]";
            case "TIMESTAMP WITH TIME ZONE" -> "datetime64[ns, UTC]";
            case "INTERVAL" -> "timedelta";
            case "BLOB" -> "bytes";
            case "STRUCT", "MAP" -> "dict";
            default -> "str";
        };
    }
}
