package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements end to end in a real process: raw SQL, errors, and what one block leaves to the next.
class SqlWorkerTest {

    @TempDir static Path folder;

    static SqlWorkerFixture worker;

    @BeforeAll
    static void start() throws IOException {
        worker = SqlWorkerFixture.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        worker.close();
    }

    @Test
    void leavesNothingOfABlockToTheNext() throws Exception {
        RunMessage load = worker.rawBlock("leaky_input", "SELECT 1 AS a");
        worker.run(load);
        RunMessage block =
                worker.rawBlock(
                        "leaky",
                        "CREATE TEMP TABLE mine AS SELECT 1 AS a; ATTACH ':memory:' AS extra; SET threads = 1; FROM mine");
        worker.run(upstream(block, "leaky_input", load.outputFolder(), "leaky_view"));

        assertEquals("CatalogError", failure("FROM mine"));
        assertEquals("CatalogError", failure("FROM leaky_view"));
        assertEquals(
                Json.parse("[[0]]"),
                worker.query(
                        "SELECT count(*) FROM duckdb_databases() WHERE database_name = 'extra'"));
    }

    @Test
    void givesTheChangedTableOfRawSql() throws Exception {
        RunMessage block =
                worker.rawBlock(
                        "raw_table",
                        """
                -- a comment; not a statement
                CREATE TABLE notes (text VARCHAR); -- with 'quotes'
                INSERT INTO notes VALUES ('a;b'), ($$c;d$$);
                """);

        worker.run(block);

        assertEquals(Json.parse("[[\"a;b\"], [\"c;d\"]]"), worker.rows(block));
    }

    @Test
    void givesTheRowsOfTheLastRawStatement() throws Exception {
        RunMessage block =
                worker.rawBlock(
                        "raw_last",
                        "SET VARIABLE x = 2; WITH q AS (SELECT 1 AS a) SELECT a + getvariable('x') AS b FROM q;");

        worker.run(block);

        assertEquals(Json.parse("[[3]]"), worker.rows(block));
    }

    @Test
    void sendsSqlUntouchedAndGivesNoOutputWithoutPreprocessing() throws Exception {
        RunMessage block =
                worker.rawBlock("untouched", "CREATE TABLE untouched AS SELECT 1 AS a; SELECT 2");
        sql(block).put("preprocess", false);

        assertEquals(0, worker.run(block).path("outputs").size());
        assertEquals(Json.parse("[[1]]"), worker.query("FROM untouched"));
    }

    @Test
    void tellsTheLineOfAnError() throws Exception {
        JsonNode error =
                worker.fail(worker.block("wrong", "SELECT 1 AS a,\n  nope\nFROM range(3)"));

        assertEquals("BinderError", error.path("type").asText());
        assertTrue(
                error.path("message").asText().startsWith("Referenced column \"nope\" not found"),
                error::toString);
        assertEquals(2, error.path("line").asInt());
        assertTrue(
                error.path("traceback").asText().contains("Statement:\nSELECT 1 AS a,\n  nope"),
                error::toString);
    }

    @Test
    void tellsTheLineOfAnErrorInALaterRawStatement() throws Exception {
        assertEquals(
                4,
                worker.fail(worker.rawBlock("wrong_raw", "SELECT 1;\n\n-- here\nSELEC 2;"))
                        .path("line")
                        .asInt());
    }

    @Test
    void namesTheProgramThatHoldsTheDatabase() throws Exception {
        Path file = folder.resolve("held.duckdb");
        try (var _ = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            RunMessage waiter = worker.block("waiter", "SELECT 1 AS a");
            sql(waiter).put("database", file.toString());
            String message = worker.fail(waiter).path("message").asText();

            assertTrue(
                    message.startsWith(
                            "The database file \""
                                    + file.toRealPath()
                                    + "\" is in use by another program"),
                    message);
            assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
        }
    }

    @Test
    void stopsALongStatementOnInterrupt() throws Exception {
        long id =
                worker.driver()
                        .send(
                                worker.block(
                                                "long",
                                                "SELECT count(*) AS n FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7")
                                        .json());

        worker.driver().interrupt(id);

        assertEquals("Interrupted", worker.driver().receive().path("error").path("type").asText());
        assertEquals(Json.parse("[[1]]"), worker.query("SELECT 1"));
    }

    @Test
    void endsWithItsEngine() throws Exception {
        SqlWorkerFixture other = SqlWorkerFixture.start(folder);

        other.driver().closeChannel();

        assertEquals(false, other.driver().isAlive());
    }

    private static String failure(String sql) throws IOException {
        return worker.fail(worker.rawBlock("query", sql)).path("type").asText();
    }
}
