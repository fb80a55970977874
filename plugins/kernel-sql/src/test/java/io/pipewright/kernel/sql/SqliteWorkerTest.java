package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.sql;
import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SQL blocks on SQLite end to end: a real worker process and a real file.
class SqliteWorkerTest {

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
        RunMessage block =
                onSqlite(worker.block("load", "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL"));

        JsonNode result = worker.run(block);

        assertEquals(
                Json.parse(
                        "[{\"name\": \"a\", \"type\": \"BIGINT\"}, {\"name\": \"b\", \"type\": \"VARCHAR\"}]"),
                result.path("outputs").path(0).path("columns"));
        assertEquals(Json.parse("[[1, \"x\"], [2, null]]"), worker.rows(block));
    }

    @Test
    void replacesATableThatItsOwnQueryAndAViewRead() throws Exception {
        worker.run(onSqlite(worker.block("own", "SELECT 1 AS a")));
        worker.run(
                onSqlite(
                        worker.rawBlock(
                                "watch", "CREATE VIEW watch AS SELECT * FROM test_own_v1")));

        RunMessage second = onSqlite(worker.block("own", "SELECT a + 1 AS a FROM test_own_v1"));
        sql(second).put("write_policy", "replace");
        worker.run(second);

        assertEquals(Json.parse("[[2]]"), worker.rows(second));
        assertEquals(Json.parse("[[2]]"), query("SELECT a FROM watch"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "BOOLEAN; 1; BOOLEAN; true",
                "BOOLEAN; 7; BIGINT; 7",
                "INTEGER; 9223372036854775807; BIGINT; \"9223372036854775807\"",
                "REAL; 1.5; DOUBLE; 1.5",
                "TEXT; 'a,b'; VARCHAR; \"a,b\"",
                "DATE; '2024-01-05'; DATE; \"2024-01-05\"",
                "DATE; 'tomorrow'; VARCHAR; \"tomorrow\"",
                "DATE; '2024-01-05 06:00:00'; VARCHAR; \"2024-01-05 06:00:00\"",
                "TIMESTAMP; '2024-01-05 06:00:00.5'; TIMESTAMP; \"2024-01-05T06:00:00.5\"",
                "JSON; '{\"a\": 1}'; JSON; {\"a\": 1}",
                "BLOB; x'01FF'; BLOB; \"Af8=\"",
                "INTEGER; NULL; BIGINT; null",
                "TEXT; NULL; VARCHAR; null",
            })
    void storesACell(String declared, String value, String type, String cell) throws Exception {
        RunMessage block =
                onSqlite(
                        worker.rawBlock(
                                "cell",
                                "DROP TABLE IF EXISTS cells; CREATE TABLE cells (c %s); INSERT INTO cells VALUES (%s)"
                                        .formatted(declared, value)));

        JsonNode output = worker.run(block).path("outputs").path(0);

        assertEquals(type, output.path("columns").path(0).path("type").asText());
        assertEquals(Json.parse("[[" + cell + "]]"), worker.rows(block));
    }

    @Test
    void storesMixedCellsAsText() throws Exception {
        assertEquals(
                Json.parse("[[\"1\"], [\"two\"]]"), query("SELECT 1 AS c UNION ALL SELECT 'two'"));
    }

    @Test
    void bringsAnUpstreamTable() throws Exception {
        RunMessage load =
                worker.rawBlock(
                        "python",
                        "SELECT 1 AS \"Upper Case\", '' AS name, true AS yes, 1.5::DOUBLE AS f, DATE '2024-01-05' AS d,"
                                + " TIMESTAMP '2024-01-05 06:00:00' AS t, [1, 2] AS l, '\\x01'::BLOB AS b"
                                + " UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL");
        worker.run(load);

        RunMessage block = onSqlite(worker.rawBlock("reader", "SELECT * FROM test_python_v1"));
        JsonNode columns =
                worker.run(upstream(block, "python", load.outputFolder(), "test_python_v1"))
                        .path("outputs")
                        .path(0)
                        .path("columns");

        assertEquals(
                "upper_case BIGINT, _name VARCHAR, yes BOOLEAN, f DOUBLE, d DATE, t TIMESTAMP, l VARCHAR, b BLOB",
                columns.valueStream()
                        .map(
                                column ->
                                        column.path("name").asText()
                                                + " "
                                                + column.path("type").asText())
                        .collect(Collectors.joining(", ")));
        assertEquals(
                Json.parse(
                        "[[1, \"\", true, 1.5, \"2024-01-05\", \"2024-01-05T06:00:00\", \"[1,2]\", \"AQ==\"],"
                                + " [null, null, null, null, null, null, null, null]]"),
                worker.rows(block));
    }

    @Test
    void undoesRawStatementsBeforeTheOneThatFails() throws Exception {
        JsonNode error =
                worker.fail(
                        onSqlite(
                                worker.rawBlock(
                                        "undone",
                                        "CREATE TABLE undone (a int);\nSELECT *\nFROM nowhere;")));

        assertEquals("no such table: nowhere (SQLITE_ERROR)", error.path("message").asText());
        assertEquals(3, error.path("line").asInt());
        assertEquals(
                Json.parse("[[0]]"),
                query("SELECT count(*) AS n FROM sqlite_master WHERE name = 'undone'"));
    }

    @Test
    void stopsALongStatementOnInterrupt() throws Exception {
        String endless =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n";
        long id = worker.driver().send(onSqlite(worker.rawBlock("long", endless)).json());

        worker.driver().interrupt(id);

        assertEquals("Interrupted", worker.driver().receive().path("error").path("type").asText());
    }

    @Test
    void neitherReadsNorChangesAFileThatIsNoSqliteDatabase() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("runs.mv.db"), "H:2,block:9,blockSize:1000\n".repeat(200));
        String before = Files.readString(file);
        RunMessage block = onSqlite(worker.block("foreign", "SELECT 1 AS a"));
        ((ObjectNode) sql(block).path("connection")).put("database", file.toString());

        assertThat(worker.fail(block).path("message").asText()).contains("file is not a database");
        assertEquals(before, Files.readString(file));
    }

    @Test
    void takesNoDriverSettingsFromThePath() throws Exception {
        RunMessage block = onSqlite(worker.block("settings", "SELECT 1 AS a"));
        ((ObjectNode) sql(block).path("connection"))
                .put("database", folder.resolve("x.sqlite") + "?enable_load_extension=true");

        assertThat(worker.fail(block).path("message").asText())
                .contains("a path with a question mark cannot be used");
    }

    private static RunMessage onSqlite(RunMessage block) {
        return worker.onSqlite(block);
    }

    private static JsonNode query(String sql) throws IOException {
        RunMessage block = onSqlite(worker.rawBlock("query", sql));
        worker.run(block);
        return worker.rows(block);
    }
}
