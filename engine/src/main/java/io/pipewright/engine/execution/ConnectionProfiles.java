package io.pipewright.engine.execution;

import io.pipewright.engine.execution.SqlConnection.DatabaseFile;
import io.pipewright.engine.execution.SqlConnection.Server;
import io.pipewright.engine.kernel.Secret;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.SqlProvider;
import io.pipewright.engine.run.BlockError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The profiles of the project's `io_config.yaml` that SQL blocks name. The file is read for each block, so that a
/// corrected profile counts at once. Thread: any.
public final class ConnectionProfiles {

    private static final String DEFAULT_PROFILE = "default";

    private final Path projectFolder;
    private final Path defaultDatabase;
    private final Supplier<Map<String, Map<String, Object>>> profiles;

    /// Where a block works unless it says otherwise.
    record Place(SqlConnection connection, String schema) {}

    /// @param projectFolder what relative database files are resolved against
    /// @param defaultDatabase the DuckDB file of blocks whose profile names none; in the state folder, so that running dirties nothing
    /// @param profiles by name, rendered; empty without the file
    public ConnectionProfiles(
            Path projectFolder,
            Path defaultDatabase,
            Supplier<Map<String, Map<String, Object>>> profiles) {
        this.projectFolder = projectFolder;
        this.defaultDatabase = defaultDatabase;
        this.profiles = profiles;
    }

    /// @param profile empty: the default one
    /// @param file the database file that the block names; empty if it names none. Servers are chosen by profile only
    /// @throws BlockNotRunnableException if the profile is missing or says too little
    Place place(SqlProvider provider, String profile, String file) {
        String name = profile.isEmpty() ? DEFAULT_PROFILE : profile;
        Map<String, Map<String, Object>> all = readable();
        return switch (provider) {
            case DUCKDB ->
                    duckDb(
                            new ProfileSettings(
                                    name, all.getOrDefault(name, Map.of()), provider, "Duck DB"),
                            file);
            case SQLITE ->
                    sqlite(
                            new ProfileSettings(
                                    name, all.getOrDefault(name, Map.of()), provider, "SQLite"),
                            file);
            case POSTGRES ->
                    postgres(
                            new ProfileSettings(name, existing(all, name), provider, "PostgreSQL"));
        };
    }

    private Map<String, Map<String, Object>> readable() {
        try {
            return profiles.get();
        } catch (BrokenProjectException e) {
            ProjectProblem problem = e.problem();
            throw new BlockNotRunnableException(
                    new BlockError(
                            "ConnectionProfile",
                            "io_config.yaml cannot be used: %s %s"
                                    .formatted(problem.message(), problem.hint())
                                    .strip(),
                            problem.file().toString(),
                            problem.line() > 0
                                    ? OptionalInt.of(problem.line())
                                    : OptionalInt.empty(),
                            ""));
        }
    }

    private static Map<String, Object> existing(
            Map<String, Map<String, Object>> profiles, String name) {
        Map<String, Object> profile = profiles.get(name);
        if (profile != null) return profile;
        throw new BlockNotRunnableException(
                BlockError.of(
                        "ConnectionProfile",
                        "io_config.yaml in the project's folder has no profile \"%s\". Add it, or choose another one for the block."
                                .formatted(name)));
    }

    private Place duckDb(ProfileSettings profile, String file) {
        String database = file.isEmpty() ? profile.text("database") : file;
        return new Place(
                new DatabaseFile(
                        SqlProvider.DUCKDB,
                        database.isEmpty() ? defaultDatabase : resolve(database)),
                profile.text("schema", "schema", "main"));
    }

    private Place sqlite(ProfileSettings profile, String file) {
        if (file.isEmpty()) profile.require(List.of(new String[][] {{"database", "database"}}));
        Path database = resolve(file.isEmpty() ? profile.text("database") : file);
        if (database.startsWith(defaultDatabase.getParent()))
            throw profile.broken("\"" + database + "\" is in Pipewright's own folder");
        return new Place(new DatabaseFile(SqlProvider.SQLITE, database), "main");
    }

    private static Place postgres(ProfileSettings profile) {
        profile.require(
                List.of(
                        new String[] {"dbname", "database"},
                        new String[] {"host", "host"},
                        new String[] {"user", "user"}));
        requireDirect(profile);
        var address =
                new Server.Address(
                        profile.text("host"),
                        profile.number("port", 5432),
                        profile.text("dbname", "database"));
        return new Place(
                new Server(SqlProvider.POSTGRES, address, login(profile)),
                profile.text("schema", "schema", "public"));
    }

    private static Server.Login login(ProfileSettings profile) {
        return new Server.Login(
                profile.text("user"),
                new Secret(profile.text("password")),
                profile.number("connect_timeout", 10));
    }

    private static void requireDirect(ProfileSettings profile) {
        String method = profile.text("connection_method", "connection_method", "direct");
        if (!method.equals("direct"))
            throw profile.broken(
                    "%s is \"%s\", and only direct connections are made here. Open the tunnel yourself (ssh -L) and name its end as host and port"
                            .formatted(profile.flatName("connection_method"), method));
    }

    /// A database file as written in a profile or block, absolute.
    private Path resolve(String database) {
        return projectFolder.resolve(database).normalize();
    }
}
