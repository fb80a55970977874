package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every database, with every kind of upstream, with and without raw SQL, under every write policy: each block runs twice.
@Tag("slow")
class SqlMatrixTest {

    @TempDir static Path folder;

    static PostgresServer server;
    static SqlWorkerFixture worker;
    static final Map<Kind, Path> OUTPUTS = new EnumMap<>(Kind.class);

    enum Provider {
        DUCKDB,
        POSTGRES,
        SQLITE
    }

    /// What an upstream left, and what a block counts of it.
    enum Kind {
        TABLE("SELECT count(*) AS n FROM test_table_v1", 2),
        VALUE("SELECT count(*) AS n FROM test_value_v1", 1),
        EMPTY("SELECT count(*) AS n FROM test_empty_v1", 0),
        NOTHING("SELECT 7 AS n", 7);

        final String query;
        final int counted;

        Kind(String query, int counted) {
            this.query = query;
            this.counted = counted;
        }

        String block() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Combination(Provider provider, Kind upstream, boolean raw, WritePolicy policy) {

        String block() {
            return String.join(
                            "_",
                            provider.name(),
                            upstream.name(),
                            raw ? "raw" : "query",
                            policy.name())
                    .toLowerCase(Locale.ROOT);
        }

        /// The rows of the output after the second run; a message where that fails.
        String expected() {
            String one = "[" + upstream.counted + "]";
            // Raw SQL does what it says, whatever the policy.
            if (raw || policy == WritePolicy.APPEND) return "[" + one + "," + one + "]";
            return policy == WritePolicy.REPLACE ? "[" + one + "]" : "TableExistsError";
        }
    }

    static Stream<Combination> combinations() {
        return Stream.of(Provider.values())
                .flatMap(
                        provider ->
                                Stream.of(Kind.values())
                                        .flatMap(
                                                kind ->
                                                        Stream.of(true, false)
                                                                .flatMap(
                                                                        raw ->
                                                                                Stream.of(
                                                                                                WritePolicy
                                                                                                        .values())
                                                                                        .map(
                                                                                                policy ->
                                                                                                        new Combination(
                                                                                                                provider,
                                                                                                                kind,
                                                                                                                raw,
                                                                                                                policy)))));
    }

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
        worker = SqlWorkerFixture.start(folder);
        OUTPUTS.put(Kind.TABLE, stored("SELECT 1 AS a UNION ALL SELECT 2"));
        OUTPUTS.put(Kind.EMPTY, stored("SELECT 1 AS a WHERE false"));
        OUTPUTS.put(Kind.VALUE, worker.storedValues("{\"a\": 1}"));
        OUTPUTS.put(Kind.NOTHING, worker.storedValues());
    }

    private static Path stored(String query) throws IOException {
        RunMessage block = worker.rawBlock("source", query);
        worker.run(block);
        return block.outputFolder();
    }

    @AfterAll
    static void stop() throws IOException {
        if (worker != null) worker.close();
        if (server != null) server.close();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void runsTwice(Combination combination) throws Exception {
        int printedBefore = worker.driver().printed().length();
        worker.run(block(combination));

        RunMessage second = block(combination);
        JsonNode result = worker.driver().request(second.json());

        String outcome =
                result.path("status").asText().equals("completed")
                        ? worker.rows(second).toString()
                        : result.path("error").path("type").asText();
        assertEquals(combination.expected(), outcome, result::toString);
        boolean hasRows =
                combination.upstream() == Kind.TABLE || combination.upstream() == Kind.VALUE;
        assertEquals(
                !hasRows,
                worker.driver()
                        .printed()
                        .substring(printedBefore)
                        .contains(
                                "No data in upstream block "
                                        + combination.upstream().block()
                                        + "."));
    }

    private static RunMessage block(Combination combination) throws IOException {
        String name = combination.block();
        String query = combination.upstream().query;
        String raw =
                "CREATE TABLE IF NOT EXISTS raw_%s (n BIGINT); INSERT INTO raw_%s %s"
                        .formatted(name, name, query);
        RunMessage block =
                combination.raw() ? worker.rawBlock(name, raw) : worker.block(name, query);
        sql(block).put("write_policy", combination.policy().name().toLowerCase(Locale.ROOT));
        String kind = combination.upstream().block();
        upstream(
                block,
                kind,
                OUTPUTS.getOrDefault(combination.upstream(), folder),
                "test_" + kind + "_v1");
        return switch (combination.provider()) {
            case DUCKDB -> block;
            case POSTGRES -> worker.onPostgres(block, server);
            case SQLITE -> worker.onSqlite(block);
        };
    }
}
