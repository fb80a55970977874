package io.pipewright.worker.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// The DuckDB of this worker: one instance in memory, to which files are attached. The only place that opens it.
///
/// Settings: installs and loads no extension by itself, spills to the worker's own folder, keeps below the worker's
/// memory limit, and takes every time without a zone as UTC.
/// Thread: any; a connection belongs to one thread.
public final class DuckDb implements AutoCloseable {

    /// System property: bytes that DuckDB may use.
    public static final String MEMORY_PROPERTY = "pipewright.duckdb.memory";

    private static final long LEAST_MEMORY = 128L << 20;

    private final DuckDBConnection root;
    private final long memory;
    private final Path spill;

    private DuckDb(DuckDBConnection root, long memory, Path spill) {
        this.root = root;
        this.memory = memory;
        this.spill = spill;
    }

    /// Opens it with the limit of [#MEMORY_PROPERTY]; spilled data goes below `folder`, the worker's own.
    public static DuckDb open(Path folder) throws SQLException {
        var properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        long memory = Math.max(LEAST_MEMORY, Long.getLong(MEMORY_PROPERTY, 1L << 30));
        var connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        Path own = folder.toAbsolutePath().normalize();
        deleteUnpackedLibrary(own);
        return new DuckDb(
                connection.unwrap(DuckDBConnection.class), memory, own.resolve("duckdb-spill"));
    }

    // The driver unpacks 70 MB per process and deletes them only on an orderly exit.
    private static void deleteUnpackedLibrary(Path folder) {
        Path unpacked = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        if (!unpacked.equals(folder)) return;
        try (var files = Files.newDirectoryStream(unpacked, "libduckdb_java*.so")) {
            for (Path file : files) Files.deleteIfExists(file);
        } catch (IOException _) {
            // Windows keeps loaded libraries; the engine clears the worker's folder later.
        }
    }

    /// A connection in which nothing of an earlier one is left: no temporary tables, views or settings.
    public Session connect() throws SQLException {
        var session = new Session(root.duplicate());
        for (String setting : settings()) session.execute(setting);
        return session;
    }

    /// The same, for a block: relative paths in its queries start at the project's folder.
    public Session connect(Path project) throws SQLException {
        Session session = connect();
        session.execute("SET file_search_path = " + Sql.text(project.toString()));
        return session;
    }

    // Again for every connection: some are global, and a block may have changed them.
    private List<String> settings() {
        return List.of(
                "SET GLOBAL memory_limit = '" + memory + "B'",
                "SET GLOBAL temp_directory = " + Sql.text(spill.toString()),
                "SET TimeZone = 'UTC'");
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }
}
