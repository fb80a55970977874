package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a SQL block reads: the outputs and tables of its upstreams.
class SqlUpstreamsTest {

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
                worker.query(
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
}
