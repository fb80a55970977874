package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL blocks on PostgreSQL end to end: a real worker process and a real server.
class PostgresWorkerTest {

    @TempDir static Path folder;

    static PostgresServer server;
    static SqlWorkerFixture worker;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
        worker = SqlWorkerFixture.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (worker != null) worker.close();
        if (server != null) server.close();
    }

    @Test
    void writesTheTableAndStoresItsRows() throws Exception {
        RunMessage block = block("load", "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL");

        JsonNode result = worker.run(block);

        assertEquals(
                Json.parse(
                        """
                        [{"name": "output_0", "kind": "dataframe", "row_count": 2,
                          "columns": [{"name": "a", "type": "INTEGER"}, {"name": "b", "type": "VARCHAR"}]}]
                        """),
                result.path("outputs"));
        assertEquals(Json.parse("[[1, \"x\"], [2, null]]"), worker.rows(block));
        assertEquals("1|x\n2|null", server.rows("SELECT a, b FROM public.test_load_v1"));
    }

    @Test
    void replacesATableThatItsOwnQueryReads() throws Exception {
        worker.run(block("own", "SELECT 1 AS a"));

        RunMessage second = block("own", "SELECT a + 1 AS b FROM test_own_v1");
        sql(second).put("write_policy", "replace");
        worker.run(second);

        assertEquals(Json.parse("[[2]]"), worker.rows(second));
        assertEquals("2", server.rows("SELECT b FROM test_own_v1"));
    }

    @Test
    void leavesTheOldTableWhenTheQueryFails() throws Exception {
        worker.run(block("kept", "SELECT 1 AS a"));
        RunMessage failing = block("kept", "SELECT 1 / 0 AS a");
        sql(failing).put("write_policy", "replace");

        worker.fail(failing);

        assertEquals("1", server.rows("SELECT a FROM test_kept_v1"));
    }

    @Test
    void makesTheSchemaAndLimitsTheOutput() throws Exception {
        RunMessage block = block("limited", "SELECT i FROM generate_series(0, 9) i");
        sql(block).put("schema", "Stage 2").put("limit", 3);

        worker.run(block);

        assertEquals(Json.parse("[[0], [1], [2]]"), worker.rows(block));
        assertEquals("10", server.rows("SELECT count(*) FROM \"Stage 2\".test_limited_v1"));
    }

    @Test
    void showsTheQueryOfARawUpstreamInsteadOfCopyingItsRows() throws Exception {
        RunMessage block = rawBlock("uses_views", "SELECT n FROM test_second_v1");
        var views = sql(block).putArray("views");
        views.addObject()
                .put("uuid", "first")
                .put("table", "test_first_v1")
                .put("query", "SELECT 1 AS n");
        views.addObject()
                .put("uuid", "second")
                .put("table", "test_second_v1")
                .put("query", "SELECT n + 1 AS n FROM test_first_v1");

        worker.run(upstream(block, "second", worker.storedValues("{\"n\": 0}"), "test_second_v1"));

        assertEquals(Json.parse("[[2]]"), worker.rows(block));
        assertEquals(
                "0", server.rows("SELECT count(*) FROM pg_class WHERE relname = 'test_second_v1'"));
    }

    @Test
    void bringsTheStoredOutputIfTheQueryCannotBeAView() throws Exception {
        RunMessage block = rawBlock("no_view", "SELECT n FROM test_double_v1");
        sql(block)
                .putArray("views")
                .addObject()
                .put("uuid", "double")
                .put("table", "test_double_v1")
                .put("query", "SELECT 1 AS n, 2 AS n");

        worker.run(upstream(block, "double", worker.storedValues("{\"n\": 3}"), "test_double_v1"));

        assertEquals(Json.parse("[[3]]"), worker.rows(block));
    }

    @Test
    void undoesRawStatementsBeforeTheOneThatFails() throws Exception {
        JsonNode error =
                worker.fail(
                        rawBlock(
                                "undone",
                                "CREATE TABLE undone (a int);\nINSERT INTO undone VALUES ('x');"));

        assertEquals("SqlError", error.path("type").asText());
        assertEquals(
                "invalid input syntax for type integer: \"x\" (SQLSTATE 22P02)",
                error.path("message").asText());
        assertEquals(2, error.path("line").asInt());
        assertEquals("0", server.rows("SELECT count(*) FROM pg_class WHERE relname = 'undone'"));
    }

    @Test
    void splitsRawSqlAndGivesTheChangedTable() throws Exception {
        RunMessage block =
                rawBlock(
                        "raw_table",
                        """
                -- a comment; not a statement
                CREATE TABLE notes (text VARCHAR);
                INSERT INTO notes VALUES ('a;b'), ($$c;d$$), ('{"x": "?"}');
                """);

        worker.run(block);

        assertEquals(
                Json.parse("[[\"a;b\"], [\"c;d\"], [\"{\\\"x\\\": \\\"?\\\"}\"]]"),
                worker.rows(block));
    }

    @Test
    void sendsSqlUntouchedAndGivesNoOutputWithoutPreprocessing() throws Exception {
        RunMessage block = rawBlock("untouched", "VACUUM");
        sql(block).put("preprocess", false);

        assertEquals(0, worker.run(block).path("outputs").size());
    }

    @Test
    void showsThePlaceOfAnError() throws Exception {
        JsonNode error =
                worker.fail(block("wrong", "SELECT 'ä' AS a,\n  nope\nFROM generate_series(1, 3)"));

        assertEquals(
                "column \"nope\" does not exist (SQLSTATE 42703)", error.path("message").asText());
        assertEquals(2, error.path("line").asInt());
        assertEquals(
                """
                column "nope" does not exist (SQLSTATE 42703)

                  nope
                  ^

                Statement:
                SELECT 'ä' AS a,
                  nope
                FROM generate_series(1, 3)""",
                error.path("traceback").asText());
    }

    @Test
    void cancelsTheStatementOnTheServerOnInterrupt() throws Exception {
        long id = worker.driver().send(rawBlock("long", "SELECT pg_sleep(600)").json());

        worker.driver().interrupt(id);

        assertEquals("Interrupted", worker.driver().receive().path("error").path("type").asText());
        assertEquals(
                "0",
                server.rows(
                        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(600)'"));
    }

    @Test
    void saysWhoIsNotLetInWithoutThePassword() throws Exception {
        RunMessage block = block("refused", "SELECT 1 AS a");
        connection(block).put("password", "guessed-wrong");

        JsonNode error = worker.fail(block);

        assertEquals("ConnectionError", error.path("type").asText());
        assertEquals(
                ("Cannot connect to the PostgreSQL database \"postgres\" at \"127.0.0.1:%d\" as user \"etl\": "
                                + "password authentication failed for user \"etl\" (SQLSTATE 28P01). "
                                + "Check the block's profile in io_config.yaml.")
                        .formatted(server.port()),
                error.path("message").asText());
        assertFalse(error.toString().contains("guessed-wrong"), error::toString);
    }

    @Test
    void takesNoDriverSettingsFromHostOrDatabase() throws Exception {
        RunMessage host = block("host", "SELECT 1 AS a");
        connection(host).put("host", "127.0.0.1/postgres?socketFactory=java.lang.Object&x=");
        RunMessage database = block("database", "SELECT 1 AS a");
        connection(database).put("database", "postgres?socketFactory=java.lang.Object");

        assertTrue(message(host).contains("is no host name"), () -> "taken");
        assertTrue(
                message(database)
                        .contains(
                                "database \"postgres?socketFactory=java.lang.Object\" does not exist"),
                () -> "taken");
    }

    @Test
    void letsTwoBlocksBringTheSameUpstreamAtTheSameTime() throws Exception {
        RunMessage load = worker.rawBlock("shared", "SELECT range AS n FROM range(200000)");
        sql(load).put("database", folder.resolve("duck.duckdb").toString());
        worker.run(load);
        try (SqlWorkerFixture other = SqlWorkerFixture.start(folder)) {
            for (int i = 0; i < 5; i++) {
                RunMessage left = rawBlock("left" + i, "SELECT sum(n) AS n FROM test_shared_v1");
                RunMessage right = rawBlock("right" + i, "SELECT sum(n) AS n FROM test_shared_v1");
                worker.driver()
                        .send(
                                upstream(left, "shared", load.outputFolder(), "test_shared_v1")
                                        .json());
                other.driver()
                        .send(
                                upstream(right, "shared", load.outputFolder(), "test_shared_v1")
                                        .json());

                assertEquals("completed", worker.driver().receive().path("status").asText());
                assertEquals("completed", other.driver().receive().path("status").asText());
                assertEquals(Json.parse("[[19999900000]]"), worker.rows(left));
                assertEquals(Json.parse("[[19999900000]]"), worker.rows(right));
            }
        }
    }

    private static String message(RunMessage block) throws IOException {
        return worker.fail(block).path("message").asText();
    }

    private static ObjectNode connection(RunMessage block) {
        return (ObjectNode) sql(block).path("connection");
    }

    private static RunMessage block(String uuid, String sql) throws IOException {
        return worker.onPostgres(worker.block(uuid, sql), server);
    }

    private static RunMessage rawBlock(String uuid, String sql) throws IOException {
        return worker.onPostgres(worker.rawBlock(uuid, sql), server);
    }
}
