package io.pipewright.kernel.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables in JavaScript: what their cells are, and that they come back as they were.
class TableTest {

    @TempDir static Path folder;

    static JavaScriptFixture worker;

    @BeforeAll
    static void start() throws Exception {
        worker = JavaScriptFixture.start(folder.toRealPath());
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
    }

    @Test
    void readsRowsAsPlainObjects() throws Exception {
        RunMessage block =
                worker.block(
                                "read",
                                """
                export default (table) => [[table.length, table.columns, [...table]]];
                """)
                        .upstream(
                                "load",
                                worker.stored(
                                        "SELECT 1 AS id, 'ä' AS name UNION ALL SELECT 2, NULL ORDER BY 1"));

        assertEquals(
                Json.parse(
                        """
                        [[2, [{"name": "id", "type": "INTEGER"}, {"name": "name", "type": "VARCHAR"}],
                          [{"id": 1, "name": "ä"}, {"id": 2, "name": null}]]]
                        """),
                worker.values(block));
    }

    @Test
    void turnsEachTypeIntoItsJavaScriptValue() throws Exception {
        RunMessage block =
                worker.block(
                                "types",
                                """
                export default (table) => {
                  const row = [...table][0];
                  return Object.fromEntries(Object.entries(row).map(([name, cell]) =>
                    [name, `${typeof cell} ${cell?.constructor?.name} ${typeof cell === 'object' ? JSON.stringify(cell) : cell}`]));
                };
                """)
                        .upstream(
                                "load",
                                worker.stored(
                                        """
                        SELECT true AS bool, 9007199254740993 AS wide, 1.5 AS decimal, 12345678901234567.25::DECIMAL(20,2) AS exact,
                          'nan'::DOUBLE AS nan, DATE '2024-01-05' AS day, TIMESTAMP '2024-01-05 06:00:00.123456' AS time,
                          TIMESTAMPTZ '2024-01-05 06:00:00+02' AS zoned, '\\x01\\xFF'::BLOB AS bytes,
                          [1, NULL] AS list, {'a': 1} AS struct, '{"b": [2]}'::JSON AS json, TIME '10:30:00' AS clock
                        """));

        assertEquals(
                Json.parse(
                        """
                        [{"bool": "boolean Boolean true",
                          "wide": "bigint BigInt 9007199254740993",
                          "decimal": "number Number 1.5",
                          "exact": "string String 12345678901234567.25",
                          "nan": "number Number NaN",
                          "day": "object Moment \\"2024-01-05\\"",
                          "time": "object Moment \\"2024-01-05T06:00:00.123456\\"",
                          "zoned": "object Moment \\"2024-01-05T04:00:00.000Z\\"",
                          "bytes": "object Uint8Array {\\"0\\":1,\\"1\\":255}",
                          "list": "object Array [1,null]",
                          "struct": "object Object {\\"a\\":1}",
                          "json": "object Object {\\"b\\":[2]}",
                          "clock": "string String 10:30"}]
                        """),
                worker.values(block));
    }

    @Test
    void givesBackWhatItRead() throws Exception {
        RunMessage block =
                worker.block(
                                "copy",
                                """
                import { Table } from 'pipewright';
                export default (table) => Table.fromRows(table.rows());
                """)
                        .upstream(
                                "load",
                                worker.stored(
                                        """
                        SELECT * FROM (VALUES
                          (1, 1.5::DOUBLE, 'x', true, DATE '2024-01-05', TIMESTAMP '2024-01-05 06:00:00.123456',
                            TIMESTAMPTZ '2024-01-05 06:00:00+00', '\\xAB'::BLOB, 9007199254740993),
                          (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                          (-3, 'inf'::DOUBLE, '日本\n"q"', false, DATE '1900-02-28', TIMESTAMP '0001-01-01 00:00:00',
                            TIMESTAMPTZ '2024-01-05 06:00:00.5+00', ''::BLOB, -1))
                        AS t(i, d, s, b, day, time, zoned, bytes, wide)
                        """));

        JsonNode output = worker.run(block).path("outputs").path(0);

        assertEquals(
                Json.parse(
                        """
                        [{"name": "i", "type": "BIGINT"}, {"name": "d", "type": "DOUBLE"}, {"name": "s", "type": "VARCHAR"},
                         {"name": "b", "type": "BOOLEAN"}, {"name": "day", "type": "DATE"},
                         {"name": "time", "type": "TIMESTAMP"}, {"name": "zoned", "type": "TIMESTAMP WITH TIME ZONE"},
                         {"name": "bytes", "type": "BLOB"}, {"name": "wide", "type": "BIGINT"}]
                        """),
                output.path("columns"));
        assertEquals(
                Json.parse(
                        """
                        [[1, 1.5, "x", true, "2024-01-05", "2024-01-05T06:00:00.123456", "2024-01-05T06:00:00Z", "qw==",
                          "9007199254740993"],
                         [null, null, null, null, null, null, null, null, null],
                         [-3, "Infinity", "日本\\n\\"q\\"", false, "1900-02-28", "0001-01-01T00:00:00",
                          "2024-01-05T06:00:00.5Z", "", -1]]
                        """),
                worker.rows(block, 0));
    }

    @Test
    void storesNestedCellsAsJson() throws Exception {
        RunMessage block =
                worker.block(
                        "nested",
                        """
                import { Table } from 'pipewright';
                export default () => Table.fromRows([{ a: { x: [1, 'two'] }, b: [1] }, { a: { y: null }, b: [] }]);
                """);

        worker.run(block);

        assertEquals(
                Json.parse("[[{\"x\": [1, \"two\"]}, [1]], [{\"y\": null}, []]]"),
                worker.rows(block, 0));
        assertEquals(
                Json.parse("{\"a\": \"dict\", \"b\": \"list\"}"),
                Json.parse(
                        Files.readAllBytes(
                                block.outputFolder().resolve("output_0/data_column_types.json"))));
    }

    @Test
    void queriesATableInSql() throws Exception {
        RunMessage block =
                worker.block(
                                "query",
                                """
                import { Table } from 'pipewright';
                export default (sales) => {
                  const names = Table.fromRows([{ id: 1, name: 'one' }, { id: 2, name: 'two' }]);
                  const sums = sales.sql('SELECT id, sum(n) AS total FROM this GROUP BY id ORDER BY id');
                  return sums.sql('SELECT name, total FROM this JOIN names USING (id) ORDER BY name', { names });
                };
                """)
                        .upstream(
                                "load",
                                worker.stored(
                                        "SELECT i % 2 + 1 AS id, i AS n FROM range(10) t(i)"));

        JsonNode output = worker.run(block).path("outputs").path(0);

        assertEquals(
                Json.parse(
                        "[{\"name\": \"name\", \"type\": \"VARCHAR\"}, {\"name\": \"total\", \"type\": \"BIGINT\"}]"),
                output.path("columns"));
        assertEquals(Json.parse("[[\"one\", 20], [\"two\", 25]]"), worker.rows(block, 0));
    }

    @Test
    void readsFilesRelativeToTheProject() throws Exception {
        Files.writeString(worker.folder().resolve("in.csv"), "a,b\n1,x\n");

        RunMessage block =
                worker.block(
                        "file",
                        """
                import { Table } from 'pipewright';
                export default () => Table.sql("SELECT * FROM read_csv('in.csv')");
                """);
        worker.run(block);

        assertEquals(Json.parse("[[1, \"x\"]]"), worker.rows(block, 0));
    }

    @Test
    void walksOverMoreRowsThanOnePage() throws Exception {
        RunMessage block =
                worker.block(
                                "pages",
                                """
                export default (table) => {
                  let sum = 0;
                  for (const { i } of table) sum += i;
                  const [first] = table;
                  return [sum, first.i];
                };
                """)
                        .upstream("load", worker.stored("SELECT i FROM range(5001) t(i)"));

        assertEquals(Json.parse("[12502500, 0]"), worker.values(block));
    }

    @Test
    void takesTheTypesThatTheAuthorNames() throws Exception {
        RunMessage block =
                worker.block(
                        "named",
                        """
                import { Table } from 'pipewright';
                export default () => [Table.fromRows([{ price: '1.50' }], { price: 'DECIMAL(10,2)' }),
                                      Table.fromRows([], { id: 'BIGINT' })];
                """);

        JsonNode outputs = worker.run(block).path("outputs");

        assertEquals(
                "DECIMAL(10,2)", outputs.path(0).path("columns").path(0).path("type").asText());
        assertEquals(0, outputs.path(1).path("row_count").asInt());
    }

    @Test
    void refusesAColumnOfTwoTypes() throws Exception {
        assertEquals(
                "column \"n\" holds int in row 0 and text in row 1: make them one type",
                worker.fail(
                                worker.block(
                                        "mixed",
                                        """
                        import { Table } from 'pipewright';
                        export default () => Table.fromRows([{ n: 1 }, { n: 'x' }]);
                        """))
                        .path("message")
                        .asText());
    }

    @Test
    void tellsASqlErrorWithTheLineThatAskedForIt() throws Exception {
        JsonNode error =
                worker.fail(
                        worker.block(
                                "sql_error",
                                """
                import { Table } from 'pipewright';
                export default () => {
                  return Table.sql('SELECT nope');
                };
                """));

        assertEquals(3, error.path("line").asInt());
        assertEquals(true, error.path("message").asText().contains("\"nope\""));
    }
}
