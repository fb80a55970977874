package io.pipewright.kernel.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A PostgreSQL cluster of the test's own, on a free port of this machine. The server refuses to run as root, so under
/// root it runs as the user `postgres`, whom Debian's package makes.
final class PostgresServer implements AutoCloseable {

    static final String PASSWORD = "kept-out-of-logs";
    static final String USER = "etl";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// Skips the test where PostgreSQL is not installed.
    static PostgresServer start() throws IOException {
        Optional<Path> programs = programs();
        Assumptions.assumeTrue(
                programs.isPresent(),
                "PostgreSQL's server is not installed (looked for initdb below /usr/lib/postgresql and on the PATH)");
        Path folder = Files.createTempDirectory("pipewright-postgres");
        if (isRoot()) giveAway(folder);
        var server = new PostgresServer(programs.get(), folder, freePort());
        server.begin();
        return server;
    }

    private static Optional<Path> programs() throws IOException {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.reverseOrder())
                        .forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        for (String folder : List.of(System.getenv("PATH").split(":", -1)))
            folders.add(Path.of(folder));
        return folders.stream()
                .filter(
                        path ->
                                Files.isExecutable(path.resolve("initdb"))
                                        && Files.isExecutable(path.resolve("pg_ctl")))
                .findFirst();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void giveAway(Path path) throws IOException {
        var users = path.getFileSystem().getUserPrincipalLookupService();
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setOwner(users.lookupPrincipalByName("postgres"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void begin() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) giveAway(password);
        String data = folder.resolve("data").toString();
        run(
                "initdb",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C",
                "--auth=scram-sha-256",
                "--username=" + USER,
                "--pwfile=" + password,
                data);
        String options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
                        .formatted(port);
        String log = folder.resolve("log").toString();
        run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start");
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("postgres", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new IOException(command + " failed:\n" + Files.readString(output));
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    int port() {
        return port;
    }

    /// Runs statements on a connection of the test's own.
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows of a query: cells separated by `|`, rows by line breaks.
    String rows(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var lines = new StringJoiner("\n");
            while (rows.next()) {
                var cells = new StringJoiner("|");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    cells.add(String.valueOf(rows.getString(i)));
                lines.add(cells.toString());
            }
            return lines.toString();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(PostgresServer::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
