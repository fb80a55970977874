package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.parquet;
import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a SQL block writes: its table in a real DuckDB file, its output as real Parquet.
class SqlTablesTest {

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
        assertEquals(Json.parse("[[2]]"), worker.query("SELECT count(*) FROM test_load_v1"));
    }

    @Test
    void leavesTheProjectsDatabaseFileToOtherPrograms() throws Exception {
        worker.run(worker.block("shared", "SELECT 7 AS a"));

        String file = worker.folder().resolve("project.duckdb").toString();
        try (var elsewhere = DriverManager.getConnection("jdbc:duckdb:" + file);
                var rows =
                        elsewhere.createStatement().executeQuery("SELECT a FROM test_shared_v1")) {
            rows.next();
            assertEquals(7, rows.getInt(1));
        }
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
        assertEquals(Json.parse("[[1]]"), worker.query("SELECT a FROM test_failing_v1"));
    }

    @Test
    void leavesTheOldTableWhenTheQueryFails() throws Exception {
        worker.run(worker.block("kept", "SELECT 1 AS a"));

        worker.fail(withPolicy(worker.block("kept", "SELECT error('no') AS a"), "replace"));

        assertEquals(Json.parse("[[1]]"), worker.query("SELECT a FROM test_kept_v1"));
    }

    @Test
    void makesTheSchemaAndLimitsTheOutput() throws Exception {
        RunMessage block = worker.block("limited", "SELECT i FROM range(10) t(i)");
        sql(block).put("schema", "Stage 2").put("limit", 3);

        worker.run(block);

        assertEquals(Json.parse("[[0], [1], [2]]"), worker.rows(block));
        assertEquals(
                Json.parse("[[10]]"),
                worker.query("SELECT count(*) FROM \"Stage 2\".test_limited_v1"));
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

    private static RunMessage withPolicy(RunMessage block, String policy) {
        sql(block).put("write_policy", policy);
        return block;
    }
}
