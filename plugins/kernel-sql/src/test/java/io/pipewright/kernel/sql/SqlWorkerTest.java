package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.parquet;
import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL blocks end to end: a real process, a real DuckDB file, real Parquet.
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
    void writesTheTableAndStoresItsRows() throws Exception {
        RunMessage block = worker.block("load", "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL");

        JsonNode result = worker.run(block);

        assertEquals(
                Json.parse(
                        """
                        [{"name": "output_0", "kind": "dataframe", "row_count": 2,
                          "columns": [{"name": "a", "type": "INTEGER"}, {"name": "b", "type": "VARCHAR"}]}]
                        """),
                result.path("outputs"));
        assertEquals(Json.parse("[[1, \"x\"], [2, null]]"), worker.rows(block));
        assertEquals(Json.parse("[[2]]"), query("SELECT count(*) FROM test_load_v1"));
    }

    @Test
    void describesTheOutputAsMageDoes() throws Exception {
        RunMessage block =
                worker.block(
                        "described",
                        "SELECT 1 AS a, NULL::BIGINT AS n, [1] AS l, DATE '2024-01-05' AS d");

        worker.run(block);

        assertEquals(
                Json.parse(
                        "{\"a\": \"int64\", \"n\": \"Int64\", \"l\": \"list\", \"d\": \"date\"}"),
                worker.outputFile(block, "data_column_types.json"));
        assertEquals(
                Json.parse("{\"original_row_count\": 1, \"original_column_count\": 4}"),
                worker.outputFile(block, "statistics.json"));
        assertEquals(
                Json.parse("{\"type\": \"dataframe\"}"), worker.outputFile(block, "type.json"));
        assertEquals(
                Files.size(parquet(block)),
                worker.outputFile(block, "resource_usage.json").path("size").asLong());
    }

    @Test
    void keepsASampleOfTheFirstThousandRows() throws Exception {
        RunMessage block = worker.block("sampled", "SELECT i FROM range(5000) t(i)");

        worker.run(block);

        JsonNode sample = worker.page(block.outputFolder().resolve("output_0/sample_data.parquet"));
        assertEquals(1000, sample.path("row_count").asInt());
        assertEquals(999, sample.path("rows").path(999).path(0).asInt());
    }

    @Test
    void appendsUnlessToldOtherwise() throws Exception {
        worker.run(worker.block("appending", "SELECT 1 AS a"));

        RunMessage second = worker.block("appending", "SELECT 2 AS a");
        worker.run(second);

        assertEquals(Json.parse("[[1], [2]]"), worker.rows(second));
    }

    @Test
    void replacesTheTableUnderTheReplacePolicy() throws Exception {
        worker.run(withPolicy(worker.block("replacing", "SELECT 1 AS a"), "replace"));

        RunMessage second = withPolicy(worker.block("replacing", "SELECT 'other' AS b"), "replace");
        worker.run(second);

        assertEquals(Json.parse("[[\"other\"]]"), worker.rows(second));
    }

    @Test
    void refusesAnExistingTableUnderTheFailPolicy() throws Exception {
        worker.run(withPolicy(worker.block("failing", "SELECT 1 AS a"), "fail"));

        JsonNode error = worker.fail(withPolicy(worker.block("failing", "SELECT 2 AS a"), "fail"));

        assertEquals("TableExistsError", error.path("type").asText());
        assertEquals(
                "\"main.test_failing_v1\" is already in the database, and the block's write policy is fail. "
                        + "Choose \"replace\", or another table name.",
                error.path("message").asText());
        assertEquals(Json.parse("[[1]]"), query("SELECT a FROM test_failing_v1"));
    }

    @Test
    void leavesTheOldTableWhenTheQueryFails() throws Exception {
        worker.run(worker.block("kept", "SELECT 1 AS a"));

        worker.fail(withPolicy(worker.block("kept", "SELECT error('no') AS a"), "replace"));

        assertEquals(Json.parse("[[1]]"), query("SELECT a FROM test_kept_v1"));
    }

    @Test
    void makesTheSchemaAndLimitsTheOutput() throws Exception {
        RunMessage block = worker.block("limited", "SELECT i FROM range(10) t(i)");
        sql(block).put("schema", "Stage 2").put("limit", 3);

        worker.run(block);

        assertEquals(Json.parse("[[0], [1], [2]]"), worker.rows(block));
        assertEquals(
                Json.parse("[[10]]"), query("SELECT count(*) FROM \"Stage 2\".test_limited_v1"));
    }

    @Test
    void worksInMemoryWithoutADatabaseFile() throws Exception {
        RunMessage block = worker.block("volatile", "SELECT 1 AS a");
        sql(block).putNull("database");

        worker.run(block);
        worker.run(SqlWorkerFixture.again(block));

        assertEquals(Json.parse("[[1]]"), worker.rows(block));
    }

    @Test
    void storesSumsOfWholeNumbersExactly() throws Exception {
        RunMessage block =
                worker.block(
                        "wide",
                        "SELECT sum(i) AS small, 2::HUGEINT ** 100 * 1 AS power, (10::HUGEINT ** 20)::HUGEINT AS big"
                                + " FROM range(3) t(i)");

        JsonNode columns = worker.run(block).path("outputs").path(0).path("columns");

        assertEquals("BIGINT", columns.path(0).path("type").asText());
        assertEquals("DECIMAL(38,0)", columns.path(2).path("type").asText());
        assertEquals("100000000000000000000", worker.rows(block).path(0).path(2).asText());
    }

    @Test
    void showsAnUpstreamTableWithoutCopyingIt() throws Exception {
        RunMessage load =
                worker.rawBlock(
                        "python", "SELECT 1 AS \"Upper Case\", 'n' AS name, 2 AS \"select\"");
        worker.run(load);

        RunMessage block =
                worker.rawBlock("view", "SELECT upper_case, _name, _select FROM test_python_v1");
        worker.run(upstream(block, "python", load.outputFolder(), "test_python_v1"));

        assertEquals(Json.parse("[[1, \"n\", 2]]"), worker.rows(block));
        assertEquals(
                Json.parse("[[0]]"),
                query(
                        "SELECT count(*) FROM information_schema.tables WHERE table_name = 'test_python_v1'"));
    }

    @Test
    void readsTheTableOfAnUpstreamInTheSameDatabase() throws Exception {
        RunMessage load = worker.block("sql_up", "SELECT 1 AS \"Keep Me\"");
        sql(load).put("schema", "other");
        worker.run(load);

        RunMessage block =
                worker.block("sql_down", "SELECT \"Keep Me\" + 1 AS n FROM test_sql_up_v1");
        upstream(block, "sql_up", load.outputFolder(), "test_sql_up_v1");
        SqlWorkerFixture.upstream(block)
                .put("schema", "other")
                .put("database", folder.resolve("project.duckdb").toString());
        worker.run(block);

        assertEquals(Json.parse("[[2]]"), worker.rows(block));
    }

    @Test
    void makesATableOfValues() throws Exception {
        Path values =
                worker.storedValues("{\"Id\": 1, \"tags\": [1]}", "{\"Id\": 2.5, \"note\": \"x\"}");

        RunMessage block = worker.rawBlock("of_values", "SELECT * FROM test_values_v1 ORDER BY id");
        worker.run(upstream(block, "values", values, "test_values_v1"));

        assertEquals(Json.parse("[[1.0, [1], null], [2.5, null, \"x\"]]"), worker.rows(block));
    }

    @Test
    void saysWhenAnUpstreamHasNoData() throws Exception {
        RunMessage block = worker.rawBlock("lonely", "SELECT 1 AS a");

        worker.run(upstream(block, "sensor", worker.storedValues(), "test_sensor_v1"));

        assertTrue(worker.driver().printed().contains("No data in upstream block sensor.\n"));
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
                query("SELECT count(*) FROM duckdb_databases() WHERE database_name = 'extra'"));
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
        assertEquals(Json.parse("[[1]]"), query("FROM untouched"));
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
        try (SqlWorkerFixture other = SqlWorkerFixture.start(folder)) {
            RunMessage first = worker.block("holder", "SELECT 1 AS a");
            sql(first).put("database", file.toString());
            other.run(first);

            RunMessage second = worker.block("waiter", "SELECT 1 AS a");
            sql(second).put("database", file.toString());
            String message = worker.fail(second).path("message").asText();

            assertTrue(
                    message.startsWith(
                            "The database file \""
                                    + file.toRealPath()
                                    + "\" is in use by another program"),
                    message);
            assertTrue(
                    message.contains("process " + other.driver().hello().path("pid").asLong()),
                    message);
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
        assertEquals(Json.parse("[[1]]"), query("SELECT 1"));
    }

    @Test
    void endsWithItsEngine() throws Exception {
        SqlWorkerFixture other = SqlWorkerFixture.start(folder);

        other.driver().closeChannel();

        assertEquals(false, other.driver().isAlive());
    }

    private static RunMessage withPolicy(RunMessage block, String policy) {
        sql(block).put("write_policy", policy);
        return block;
    }

    /// The rows of a query on the project's database.
    private static JsonNode query(String sql) throws IOException {
        RunMessage block = worker.rawBlock("query", sql);
        worker.run(block);
        return worker.rows(block);
    }

    private static String failure(String sql) throws IOException {
        return worker.fail(worker.rawBlock("query", sql)).path("type").asText();
    }
}
