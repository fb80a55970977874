package io.pipewright.kernel.sql.database;

import java.util.Optional;

/// Which type of PostgreSQL is which of DuckDB.
final class PostgresTypes {

    /// @param name as the driver gives it: `int4`, `_int4` for an array of them
    record Declared(String name, int precision, int scale) {}

    private static final int MOST_DIGITS = 38;

    private PostgresTypes() {}

    static StagedColumn staged(String name, Declared type) {
        if (type.name().startsWith("_"))
            return ArrayColumn.staged(name, element(type.name().substring(1)));
        return switch (type.name()) {
            case "bool" -> StagedColumn.of(name, "BOOLEAN", Cells::bool);
            case "int2", "smallserial" -> StagedColumn.of(name, "SMALLINT", Cells::small);
            case "int4", "serial" -> StagedColumn.of(name, "INTEGER", Cells::integer);
            case "int8", "bigserial", "oid" -> StagedColumn.of(name, "BIGINT", Cells::big);
            case "float4" -> StagedColumn.of(name, "FLOAT", Cells::real);
            case "float8" -> StagedColumn.of(name, "DOUBLE", Cells::wide);
            case "numeric" -> StagedColumn.ofText(name, number(type));
            case "date" -> StagedColumn.of(name, "DATE", Cells::date);
            case "time" -> StagedColumn.of(name, "TIME", Cells::time);
            case "timestamp" -> StagedColumn.of(name, "TIMESTAMP", Cells::timestamp);
            case "timestamptz" -> StagedColumn.of(name, "TIMESTAMP WITH TIME ZONE", Cells::instant);
            case "bytea" -> StagedColumn.of(name, "BLOB", Cells::bytes);
            case "json", "jsonb" -> StagedColumn.ofText(name, FinalType.JSON);
            default -> StagedColumn.ofText(name, FinalType.AS_STAGED);
        };
    }

    private static FinalType number(Declared type) {
        boolean fits =
                type.precision() > 0
                        && type.precision() <= MOST_DIGITS
                        && type.scale() >= 0
                        && type.scale() <= type.precision();
        return fits
                ? FinalType.firstThatFits("DECIMAL(" + type.precision() + "," + type.scale() + ")")
                : FinalType.exactNumber();
    }

    private static String element(String name) {
        return switch (name) {
            case "bool" -> "BOOLEAN";
            case "int2" -> "SMALLINT";
            case "int4" -> "INTEGER";
            case "int8", "oid" -> "BIGINT";
            case "float4" -> "FLOAT";
            case "float8" -> "DOUBLE";
            case "date" -> "DATE";
            case "timestamp" -> "TIMESTAMP";
            case "timestamptz" -> "TIMESTAMP WITH TIME ZONE";
            default -> "VARCHAR";
        };
    }

    /// The column type of PostgreSQL for one of DuckDB.
    static String of(String type) {
        if (type.startsWith("DECIMAL(") && !type.endsWith("]"))
            return "numeric" + type.substring(type.indexOf('('));
        Optional<String> item = itemOfArray(type);
        if (item.isPresent()) return of(item.get()) + "[]";
        return switch (type) {
            case "BOOLEAN" -> "boolean";
            case "TINYINT", "UTINYINT", "SMALLINT" -> "smallint";
            case "USMALLINT", "INTEGER" -> "integer";
            case "UINTEGER", "BIGINT" -> "bigint";
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> "numeric";
            case "FLOAT" -> "real";
            case "DOUBLE" -> "double precision";
            case "DATE" -> "date";
            case "TIME" -> "time";
            case "TIME WITH TIME ZONE" -> "time with time zone";
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> "timestamp";
            case "TIMESTAMP WITH TIME ZONE" -> "timestamp with time zone";
            case "INTERVAL" -> "interval";
            case "UUID" -> "uuid";
            case "BLOB" -> "bytea";
            default -> DuckDbTypes.isNested(type) ? "jsonb" : "text";
        };
    }

    /// The DuckDB expression for the text that PostgreSQL reads as a cell of [#of].
    static String text(String expression, String type) {
        Optional<String> item = itemOfArray(type);
        if (item.isPresent()) {
            String cell =
                    "replace(replace(%s, '\\', '\\\\'), '\"', '\\\"')"
                            .formatted(text("item", item.get()));
            return "'{' || array_to_string(list_transform(%s, lambda item: coalesce('\"' || %s || '\"', 'NULL')), ',') || '}'"
                    .formatted(expression, cell);
        }
        if (type.equals("BLOB")) return "'\\x' || lower(hex(" + expression + "))";
        if (type.equals("DATE") || type.startsWith("TIMESTAMP"))
            return "replace(CAST(" + expression + " AS VARCHAR), '(BC)', 'BC')";
        if (DuckDbTypes.isNested(type) && !type.equals("JSON"))
            return "CAST(to_json(" + expression + ") AS VARCHAR)";
        return "CAST(" + expression + " AS VARCHAR)";
    }

    private static Optional<String> itemOfArray(String type) {
        if (!type.endsWith("]")) return Optional.empty();
        String item = type.substring(0, type.lastIndexOf('['));
        return DuckDbTypes.isNested(item) ? Optional.empty() : Optional.of(item);
    }
}
