package io.pipewright.kernel.sql;

import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The DuckDB files that this worker has open. DuckDB lets only one process open a file, so a file of the project is let go
/// after each block: Python blocks and other programs use it too. The engine's own file stays attached until the worker
/// ends, since opening it again for each block would cost more than the block.
/// Thread: the worker's main thread.
final class DatabaseFiles {

    private static final Pattern LOCKED =
            Pattern.compile("Conflicting lock is held in (.*?) \\(PID (\\d+)\\)");
    private static final List<String> OWN_CATALOGS = List.of("memory", "system", "temp");

    private final Optional<Path> stateFolder = stateFolder();
    private final Map<Path, String> catalogs = new HashMap<>();
    private int memoryDatabases;

    /// The catalog name of a database file, which is made if it is not there yet.
    String catalog(Session session, Path file) throws SQLException, IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        Path real =
                Files.exists(file)
                        ? file.toRealPath()
                        : parent == null ? file : parent.toRealPath().resolve(file.getFileName());
        String known = catalogs.get(real);
        if (known != null) return known;
        String name = freeName(real);
        attach(session, real, name);
        catalogs.put(real, name);
        return name;
    }

    /// A new database in memory; it ends with [#tidy].
    String memoryCatalog(Session session) throws SQLException {
        String name = "memory_" + ++memoryDatabases;
        session.execute("ATTACH ':memory:' AS " + Sql.name(name));
        return name;
    }

    /// Leaves attached what stays attached, whatever a block attached or detached.
    void tidy(Session session) throws SQLException {
        List<String> attached = attached(session);
        catalogs.keySet().removeIf(file -> !staysAttached(file));
        catalogs.values().retainAll(attached);
        for (String name : attached) {
            if (!OWN_CATALOGS.contains(name) && !catalogs.containsValue(name))
                session.execute("DETACH DATABASE IF EXISTS " + Sql.name(name));
        }
    }

    private boolean staysAttached(Path file) {
        return stateFolder.filter(file::startsWith).isPresent();
    }

    /// The engine's own folder, if there is an engine: no other program opens what is in there.
    private static Optional<Path> stateFolder() {
        String variables = System.getenv("PIPEWRIGHT_VARIABLES");
        try {
            return variables == null
                    ? Optional.empty()
                    : Optional.of(Path.of(variables, ".pipewright").toRealPath());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    // As DuckDB itself would call it, so that "sales.main.orders" works with sales.duckdb.
    private String freeName(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String name = stem;
        for (int i = 2; catalogs.containsValue(name) || OWN_CATALOGS.contains(name); i++)
            name = stem + "_" + i;
        return name;
    }

    private static void attach(Session session, Path file, String name) throws SQLException {
        try {
            session.execute("ATTACH " + Sql.text(file.toString()) + " AS " + Sql.name(name));
        } catch (SQLException e) {
            throw new SQLException(lockMessage(file, e).orElse(e.getMessage()), e);
        }
    }

    private static Optional<String> lockMessage(Path file, SQLException e) {
        Matcher lock = LOCKED.matcher(String.valueOf(e.getMessage()));
        if (lock.find())
            return Optional.of(
                    "IO Error: The database file \""
                            + file
                            + "\" is in use by another program: \""
                            + lock.group(1)
                            + "\", process "
                            + lock.group(2)
                            + ". Close it there and run the block again.");
        if (String.valueOf(e.getMessage()).contains("Could not set lock"))
            return Optional.of(
                    "IO Error: The database file \""
                            + file
                            + "\" is in use by another program. Close it there and run the block again.");
        return Optional.empty();
    }

    private static List<String> attached(Session session) throws SQLException {
        return session.query(
                "SELECT database_name FROM duckdb_databases()",
                rows -> {
                    var names = new ArrayList<String>();
                    while (rows.next()) names.add(rows.getString(1));
                    return names;
                });
    }
}
