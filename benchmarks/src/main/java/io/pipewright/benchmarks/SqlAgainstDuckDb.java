package io.pipewright.benchmarks;

import io.pipewright.benchmarks.TemporaryProject.Language;
import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A CSV file of ten million rows through three SQL blocks (table, filter, group-by), against the same three statements run in DuckDB
/// directly: same threads, same tables, same Parquet files. Both in turn, in one run.
///
///     benchmarks/run SqlAgainstDuckDb [rows] [rounds]
final class SqlAgainstDuckDb {

    private static final String READ = "SELECT * FROM read_csv('%s')";
    private static final String DERIVE =
            "SELECT *, price * quantity AS amount, price > 50 AS dear FROM %s";
    private static final String GROUP =
            "SELECT category, dear, count(*) AS n, sum(amount) AS amount, avg(price) AS price FROM %s GROUP BY ALL";
    private static final String REPLACE =
            "    data_provider: duckdb\n    export_write_policy: replace\n";

    private final Path csv;

    private SqlAgainstDuckDb(Path csv) {
        this.csv = csv;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("pipewright-duckdb");
        var benchmark = new SqlAgainstDuckDb(folder.resolve("rows.csv"));
        benchmark.makeCsv(rows);
        try (TemporaryProject project = benchmark.project();
                ProjectSession session = new EngineSessions().forCommandLine(project.folder())) {
            session.trust();
            benchmark.compare(session, folder, rounds);
        } finally {
            Files.deleteIfExists(benchmark.csv);
        }
    }

    private void makeCsv(long rows) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute(
                    "COPY (SELECT range AS id, 'customer ' || range % 1000000 AS customer,"
                            + " 'category ' || range % 37 AS category, (range % 9973) / 100.0 AS price, range % 11 + 1 AS quantity,"
                            + " TIMESTAMP '2020-01-01' + to_minutes(range % 2000000) AS sold_at FROM range("
                            + rows
                            + ")) TO '"
                            + csv
                            + "' (HEADER)");
        }
    }

    private TemporaryProject project() throws IOException {
        return TemporaryProject.create("sql")
                .block("load", Language.SQL, List.of(), READ.formatted(csv), REPLACE)
                .block(
                        "derive",
                        Language.SQL,
                        List.of("load"),
                        DERIVE.formatted("{{ df_1 }}"),
                        REPLACE)
                .block(
                        "total",
                        Language.SQL,
                        List.of("derive"),
                        GROUP.formatted("{{ df_1 }}"),
                        REPLACE)
                .pipeline("sales");
    }

    private void compare(ProjectSession session, Path folder, int rounds)
            throws SQLException, IOException {
        var ours = new ArrayList<Duration>();
        var direct = new ArrayList<Duration>();
        for (int round = 0; round <= rounds; round++) {
            Duration blocks =
                    timed(() -> Runs.toEnd(session, RunRequest.of(new PipelineId("sales"))));
            Duration statements = direct(folder);
            // The first round warms both.
            if (round == 0) continue;
            ours.add(blocks);
            direct.add(statements);
            System.out.printf(
                    Locale.ROOT, "round %d: ratio %.2f%n", round, ratio(blocks, statements));
        }
        Figures.print("three SQL blocks", ours);
        Figures.print("the same statements in DuckDB", direct);
        System.out.printf(
                Locale.ROOT,
                "ratio of medians %.2f%n",
                ratio(Figures.median(ours), Figures.median(direct)));
    }

    private static double ratio(Duration ours, Duration direct) {
        return (double) ours.toNanos() / direct.toNanos();
    }

    private static Duration timed(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private Duration direct(Path folder) throws SQLException, IOException {
        Path database = folder.resolve("direct.duckdb");
        long from = System.nanoTime();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = duckDb.createStatement()) {
            step(statement, "load", READ.formatted(csv), folder);
            step(statement, "derive", DERIVE.formatted("load"), folder);
            step(statement, "total", GROUP.formatted("derive"), folder);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        Files.deleteIfExists(database);
        return took;
    }

    private static void step(Statement statement, String table, String query, Path folder)
            throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE " + table + " AS " + query);
        statement.execute(
                "COPY "
                        + table
                        + " TO '"
                        + folder.resolve(table + ".parquet")
                        + "' (FORMAT parquet, COMPRESSION zstd)");
    }
}
