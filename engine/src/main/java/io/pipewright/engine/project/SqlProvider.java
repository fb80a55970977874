package io.pipewright.engine.project;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of databases that SQL blocks run on.
public enum SqlProvider {
    DUCKDB("duckdb"),
    POSTGRES("postgres"),
    SQLITE("sqlite");

    private final String word;

    SqlProvider(String word) {
        this.word = word;
    }

    /// As `data_provider` has it.
    public String word() {
        return word;
    }

    /// What the block names, DuckDB if it names none; empty for one that there is no connection to.
    public static Optional<SqlProvider> of(Block block) {
        String named = named(block);
        if (named.isEmpty()) return Optional.of(DUCKDB);
        return Arrays.stream(values()).filter(provider -> provider.word.equals(named)).findFirst();
    }

    static String named(Block block) {
        return Objects.toString(block.options().configuration().get("data_provider"), "").strip();
    }

    static String words() {
        return Arrays.stream(values()).map(SqlProvider::word).collect(Collectors.joining(", "));
    }
}
