package io.pipewright.kernel.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions about stored tables, asked of a real worker.
class QuestionsTest {

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
    void givesAPageAndTheCountOfTheWholeFile() throws Exception {
        Path file = parquet("page", "SELECT i, i * 2 AS \"two times\" FROM range(100000) t(i)");

        assertEquals(
                Json.parse(
                        """
                        {"type": "answer", "row_count": 100000,
                         "columns": [{"name": "i", "type": "BIGINT"}, {"name": "two times", "type": "BIGINT"}],
                         "rows": [[70000, 140000], [70001, 140002]]}
                        """),
                ask("page", file, "{\"offset\": 70000, \"limit\": 2}"));
        assertEquals(
                Json.parse("[[140000]]"),
                ask("page", file, "{\"offset\": 70000, \"limit\": 1, \"columns\": [\"two times\"]}")
                        .path("rows"));
    }

    @Test
    void writesEachTypeAsItsJsonCell() throws Exception {
        Path file =
                parquet(
                        "cells",
                        """
                SELECT true AS a, 1::TINYINT AS b, 9007199254740993 AS c, 1.50::DECIMAL(10,2) AS d, 0.5::DOUBLE AS e,
                  'nan'::DOUBLE AS f, '-inf'::FLOAT AS g, DATE '2024-01-05' AS h, TIMESTAMP '2024-01-05 06:00:00.5' AS i,
                  TIMESTAMPTZ '2024-01-05 06:00:00+00' AS j, TIME '10:00:00' AS k, '\\x00\\xFF'::BLOB AS l,
                  [1, NULL] AS m, {'x': DATE '2024-01-05', 'y': [9007199254740993]} AS n, '{"z": 1}'::JSON AS o, 'ü"\n' AS p,
                  NULL::INTEGER AS q, 5::UBIGINT AS r, '8a2c6f0e-0000-0000-0000-000000000001'::UUID AS s, MAP {'k': 1} AS t
                """);

        assertEquals(
                Json.parse(
                        """
                        [[true, 1, "9007199254740993", "1.50", 0.5, "NaN", "-Infinity", "2024-01-05",
                          "2024-01-05T06:00:00.5", "2024-01-05T06:00:00Z", "10:00", "AP8=", [1, null],
                          {"x": "2024-01-05", "y": ["9007199254740993"]}, {"z": 1}, "ü\\"\\n", null, 5,
                          "8a2c6f0e-0000-0000-0000-000000000001", {"k": 1}]]
                        """),
                ask("page", file, "{\"offset\": 0, \"limit\": 1}").path("rows"));
    }

    @Test
    void hidesTheIndexColumnOfPandas() throws Exception {
        Path file = parquet("pandas", "SELECT 1 AS a, 0 AS __index_level_0__");

        assertEquals(
                Json.parse(
                        "{\"type\": \"answer\", \"row_count\": 1, \"columns\": [{\"name\": \"a\", \"type\": \"INTEGER\"}]}"),
                ask("schema", file, "{}"));
    }

    @Test
    void exportsToCsvJsonAndParquet() throws Exception {
        Path file = parquet("exported", "SELECT i AS id, 'x,' || i AS text FROM range(3) t(i)");
        Path csv = folder.resolve("out.csv");
        Path json = folder.resolve("out.json");

        assertEquals(2, export(file, csv, "csv", "2").path("row_count").asInt());
        assertEquals(3, export(file, json, "json", "null").path("row_count").asInt());

        assertEquals("id,text\n0,\"x,0\"\n1,\"x,1\"\n", Files.readString(csv));
        assertEquals(
                Json.parse(
                        "[{\"id\": 0, \"text\": \"x,0\"}, {\"id\": 1, \"text\": \"x,1\"}, {\"id\": 2, \"text\": \"x,2\"}]"),
                Json.parse(Files.readAllBytes(json)));
    }

    @Test
    void answersWithAnErrorWhenTheFileIsMissing() throws Exception {
        JsonNode error = ask("schema", folder.resolve("missing.parquet"), "{}").path("error");

        assertTrue(error.path("message").asText().contains("missing.parquet"), error::toString);
    }

    @Test
    void groupsTextsByTheLargestMetric() throws Exception {
        Path file =
                parquet(
                        "bars",
                        """
                SELECT * FROM (VALUES ('a', 1), ('b', 5), ('b', NULL), ('c', 3), (NULL, 9), ('', 9)) AS t(city, n)
                """);

        assertEquals(
                Json.parse(
                        """
                        {"type": "answer",
                         "columns": [{"name": "city", "type": "VARCHAR"}, {"name": "sum(n)", "type": "DOUBLE"},
                                     {"name": "count(n)", "type": "BIGINT"}],
                         "rows": [["b", 5.0, 1], ["c", 3.0, 1]]}
                        """),
                ask(
                        "chart",
                        file,
                        """
                        {"group_by": "city", "time_interval": null, "limit": 2,
                         "metrics": [{"column": "n", "aggregation": "sum"}, {"column": "n", "aggregation": "count"}]}
                        """));
    }

    @Test
    void computesEveryAggregation() throws Exception {
        Path file =
                parquet(
                        "aggregations",
                        "SELECT 1 AS g, n FROM (VALUES (1), (2), (2), (7), (NULL)) AS t(n)");

        assertEquals(
                Json.parse("[[1, 3.0, 4, 3, 7, 2, 2, 1, 12.0]]"),
                ask(
                                "chart",
                                file,
                                """
                        {"group_by": "g", "limit": 40, "metrics": [
                          {"column": "n", "aggregation": "average"}, {"column": "n", "aggregation": "count"},
                          {"column": "n", "aggregation": "count_distinct"}, {"column": "n", "aggregation": "max"},
                          {"column": "n", "aggregation": "median"}, {"column": "n", "aggregation": "mode"},
                          {"column": "n", "aggregation": "min"}, {"column": "n", "aggregation": "sum"}]}
                        """)
                        .path("rows"));
    }

    @Test
    void groupsTimesByTheIntervalAndWidensIt() throws Exception {
        Path file =
                parquet(
                        "times",
                        "SELECT DATE '2024-01-10' + i::INTEGER AS day FROM range(100) t(i)");

        assertEquals(
                Json.parse(
                        """
                        [["2024-01-01T00:00:00", 22], ["2024-02-01T00:00:00", 29], ["2024-03-01T00:00:00", 31],
                         ["2024-04-01T00:00:00", 18]]
                        """),
                ask(
                                "chart",
                                file,
                                "{\"group_by\": \"day\", \"time_interval\": \"month\", \"limit\": 40}")
                        .path("rows"));
        assertEquals(
                Json.parse("[[\"2024-01-01T00:00:00\", 51], [\"2024-03-01T00:00:00\", 49]]"),
                ask(
                                "chart",
                                file,
                                "{\"group_by\": \"day\", \"time_interval\": \"month\", \"limit\": 2}")
                        .path("rows"));
        assertEquals(
                Json.parse("[[\"2024-01-10T00:00:00\", 50], [\"2024-02-29T00:00:00\", 50]]"),
                ask(
                                "chart",
                                file,
                                "{\"group_by\": \"day\", \"time_interval\": \"original\", \"limit\": 2}")
                        .path("rows"));
    }

    @Test
    void countsValuesInBuckets() throws Exception {
        Path whole = parquet("whole", "SELECT unnest([1, 1, 3, NULL]) AS n");
        Path wide = parquet("wide", "SELECT unnest([0.0, 10.5, 99.0, 100.0, 'nan'::DOUBLE]) AS n");

        assertEquals(
                Json.parse("[[1.0, 2], [2.0, 0], [3.0, 1]]"),
                ask("histogram", whole, "{\"column\": \"n\", \"buckets\": 10}").path("rows"));
        assertEquals(
                Json.parse("[[0.0, 2], [25.0, 0], [50.0, 0], [75.0, 2]]"),
                ask("histogram", wide, "{\"column\": \"n\", \"buckets\": 4}").path("rows"));
    }

    private static Path parquet(String name, String query) throws SQLException {
        Path file = folder.resolve(name + ".parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static JsonNode export(Path file, Path target, String format, String limit)
            throws IOException {
        return ask(
                "export",
                file,
                "{\"target\": \"%s\", \"format\": \"%s\", \"limit\": %s}"
                        .formatted(target, format, limit));
    }

    private static JsonNode ask(String question, Path file, String fields) throws IOException {
        ObjectNode answer =
                (ObjectNode) worker.ask(question, file, (ObjectNode) Json.parse(fields));
        return answer.without("id");
    }
}
