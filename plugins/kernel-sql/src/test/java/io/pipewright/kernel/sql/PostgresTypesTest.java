package io.pipewright.kernel.sql;

import static io.pipewright.kernel.sql.SqlWorkerFixture.upstream;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.testing.RunMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every type there and back, on a real server.
class PostgresTypesTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "true; BOOLEAN; true",
                "1::int2; SMALLINT; 1",
                "1; INTEGER; 1",
                "9223372036854775807; BIGINT; \"9223372036854775807\"",
                "1.5::float4; FLOAT; 1.5",
                "'NaN'::float8; DOUBLE; \"NaN\"",
                "12.50::numeric(10, 2); DECIMAL(10,2); \"12.50\"",
                "sum(7::int8); BIGINT; 7",
                "avg(2.5::numeric); DECIMAL(38,16); \"2.5000000000000000\"",
                "10::numeric ^ 37; VARCHAR; \"10000000000000000000000000000000000000.0000000000000000\"",
                "'NaN'::numeric(10, 2); VARCHAR; \"NaN\"",
                "(10::numeric ^ 50)::numeric(60, 0); VARCHAR; \"100000000000000000000000000000000000000000000000000\"",
                "'a''b'; VARCHAR; \"a'b\"",
                "'x'::char(3); VARCHAR; \"x  \"",
                "date '2024-01-05'; DATE; \"2024-01-05\"",
                "time '06:07:08.5'; TIME; \"06:07:08.500\"",
                "timestamp '2024-01-05 06:00:00.123456'; TIMESTAMP; \"2024-01-05T06:00:00.123456\"",
                "timestamptz '2024-01-05 06:00:00+02'; TIMESTAMP WITH TIME ZONE; \"2024-01-05T04:00:00Z\"",
                "interval '1 day 2 hours'; VARCHAR; \"1 day 02:00:00\"",
                "'{\"a\": [1, null]}'::jsonb; JSON; {\"a\": [1, null]}",
                "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid; VARCHAR; \"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"",
                "'\\x0102'::bytea; BLOB; \"AQI=\"",
                "array[1, null, 3]; INTEGER[]; [1, null, 3]",
                "array[[1, 2], [3, 4]]; INTEGER[][]; [[1, 2], [3, 4]]",
                "array['a\"b', 'null']; VARCHAR[]; [\"a\\\"b\", \"null\"]",
                "array[date '2024-01-05']; DATE[]; [\"2024-01-05\"]",
                "'{}'::int[]; INTEGER[]; []",
            })
    void storesACell(String expression, String type, String cell) throws Exception {
        RunMessage block = onPostgres(worker.rawBlock("cell", "SELECT " + expression + " AS c"));

        JsonNode output = worker.run(block).path("outputs").path(0);

        assertEquals(type, output.path("columns").path(0).path("type").asText());
        assertEquals(Json.parse("[[" + cell + "]]"), worker.rows(block));
    }

    @Test
    void storesNullsOfEveryType() throws Exception {
        String nulls =
                "NULL::%s AS c%d, "
                        .repeat(15)
                        .formatted(
                                "bool",
                                0,
                                "int2",
                                1,
                                "int4",
                                2,
                                "int8",
                                3,
                                "float4",
                                4,
                                "float8",
                                5,
                                "numeric(4,1)",
                                6,
                                "numeric",
                                7,
                                "date",
                                8,
                                "time",
                                9,
                                "timestamp",
                                10,
                                "timestamptz",
                                11,
                                "jsonb",
                                12,
                                "int[]",
                                13,
                                "bytea",
                                14);
        RunMessage block =
                onPostgres(worker.rawBlock("nulls", "SELECT " + nulls + "NULL::text AS t"));

        worker.run(block);

        assertEquals(Json.parse("[[" + "null, ".repeat(15) + "null]]"), worker.rows(block));
    }

    @Test
    void bringsAnUpstreamTableWithCleanNamesAndItsTypes() throws Exception {
        RunMessage load =
                worker.rawBlock(
                        "python",
                        """
                        SELECT 1 AS "Upper Case", '' AS name, true AS "select", 2::BIGINT AS big, 1.5 AS d,
                               'inf'::DOUBLE AS f, DATE '2024-01-05' AS day, TIMESTAMP '2024-01-05 06:00:00.5' AS t,
                               TIMESTAMPTZ '2024-01-05 06:00:00+02' AS z, 'a"b\\c,\n;' AS text, [1, NULL, 2] AS list,
                               ['x"y\\', ''] AS words, {'a': 1} AS struct, '\\x01\\xFF'::BLOB AS bytes,
                               '{"k": "v"}'::JSON AS js, uuid() IS NOT NULL AS u
                        UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                               NULL, NULL, NULL
                        """);
        worker.run(load);

        RunMessage block = onPostgres(worker.rawBlock("reader", "SELECT 1"));
        worker.run(upstream(block, "python", load.outputFolder(), "test_python_v1"));

        assertEquals(
                "upper_case integer, _name text, _select boolean, big bigint, d numeric(2,1), f double precision,"
                        + " _day date, t timestamp without time zone, z timestamp with time zone, _text text, list integer[],"
                        + " words text[], struct jsonb, bytes bytea, js jsonb, u boolean",
                server.rows(
                                "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute"
                                        + " WHERE attrelid = 'test_python_v1'::regclass AND attnum > 0 ORDER BY attnum")
                        .lines()
                        .collect(Collectors.joining(", ")));
        assertEquals(
                "1||t|2|1.5|Infinity|2024-01-05|2024-01-05 06:00:00.5|2024-01-05 04:00:00+00|a\"b\\c,\n;"
                        + "|{1,NULL,2}|{\"x\\\"y\\\\\",\"\"}|{\"a\": 1}|\\x01ff|{\"k\": \"v\"}|t\n"
                        + "null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|null",
                server.rows("SELECT * FROM test_python_v1"));
    }

    private static RunMessage onPostgres(RunMessage block) {
        return worker.onPostgres(block, server);
    }
}
