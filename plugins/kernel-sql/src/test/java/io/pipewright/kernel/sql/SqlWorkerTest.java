package io.pipewright.kernel.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A SQL block end to end: real process, real DuckDB file, real Parquet.
class SqlWorkerTest {

    @TempDir static Path folder;

    static SqlWorkerFixture worker;

    @BeforeAll
    static void start() throws IOException {
        worker = SqlWorkerFixture.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
    }

    @Test
    void writesTheTableAndStoresItsRows() throws Exception {
        var block = worker.block("load", "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL");

        JsonNode result = worker.run(block);

        assertEquals(
                Json.parse(
                        """
                        [{"name": "output_0", "kind": "dataframe", "row_count": 2,
                          "columns": [{"name": "a", "type": "INTEGER"}, {"name": "b", "type": "VARCHAR"}]}]
                        """),
                result.path("outputs"));
        assertEquals(Json.parse("[[1, \"x\"], [2, null]]"), worker.rows(block));
        assertEquals(
                Json.parse("{\"a\": \"int64\", \"b\": \"str\"}"),
                worker.outputFile(block, "data_column_types.json"));
        assertEquals(
                Json.parse("{\"original_row_count\": 2, \"original_column_count\": 2}"),
                worker.outputFile(block, "statistics.json"));
        assertEquals(
                Json.parse("{\"type\": \"dataframe\"}"), worker.outputFile(block, "type.json"));
    }
}
