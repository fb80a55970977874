package io.pipewright.engine.execution;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// The profiles of the project's `io_config.yaml` that SQL blocks name, as far as DuckDB goes.
///
/// @param projectFolder what relative database files are resolved against
/// @param defaultDatabase the DuckDB file of blocks whose profile names none; in the state folder, so that running dirties nothing
/// @param profiles by name, rendered; empty without the file
public record ConnectionProfiles(
        Path projectFolder, Path defaultDatabase, Map<String, Map<String, Object>> profiles) {

    private static final String DEFAULT_PROFILE = "default";
    private static final String DEFAULT_SCHEMA = "main";

    public record DuckDbProfile(Path database, String schema) {}

    /// The DuckDB part of a profile, in the flat layout (`DUCKDB_DATABASE`) or the nested one (`duckdb: {database: …}`).
    DuckDbProfile duckDb(String name) {
        Map<String, Object> profile =
                profiles.getOrDefault(name.isEmpty() ? DEFAULT_PROFILE : name, Map.of());
        String database = setting(profile, "DUCKDB_DATABASE", "database");
        String schema = setting(profile, "DUCKDB_SCHEMA", "schema");
        return new DuckDbProfile(
                database.isEmpty() ? defaultDatabase : resolve(database),
                schema.isEmpty() ? DEFAULT_SCHEMA : schema);
    }

    /// A database file as written in a profile or block, absolute.
    Path resolve(String database) {
        return projectFolder.resolve(database).normalize();
    }

    private static String setting(Map<String, Object> profile, String flat, String nested) {
        Object value = profile.get(flat);
        if (value == null && profile.get("duckdb") instanceof Map<?, ?> section)
            value = section.get(nested);
        return Objects.toString(value, "").strip();
    }
}
