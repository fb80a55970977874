package io.pipewright.engine.execution;

import io.pipewright.engine.project.SqlProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How table names of files and settings are written in statements.
final class SqlNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z_0-9$]*");

    private SqlNames() {}

    /// The name as the database itself keeps it: PostgreSQL makes plain names lower case unless they are quoted.
    static String kept(SqlProvider provider, String name) {
        return switch (provider) {
            case DUCKDB, SQLITE -> name;
            case POSTGRES -> PLAIN.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : name;
        };
    }

    /// The same for a name of several parts, `stage.orders`.
    static String keptParts(SqlProvider provider, String dotted) {
        return parts(dotted).stream()
                .map(part -> kept(provider, part))
                .collect(Collectors.joining("."));
    }

    /// A kept name as it stands in a statement.
    static String inStatement(SqlProvider provider, String dotted) {
        return switch (provider) {
            case DUCKDB -> dotted;
            case POSTGRES, SQLITE ->
                    parts(dotted).stream()
                            .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining("."));
        };
    }

    private static List<String> parts(String dotted) {
        return Arrays.asList(dotted.split("\\.", -1));
    }
}
