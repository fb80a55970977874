package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables where no package is installed.
class TableTest {

    @TempDir static Path folder;
    private static TestWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker(folder, "-S");
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static final TestBlock THREE_ROWS =
            TestBlock.loader(
                    "from pipewright import Table",
                    "@data_loader",
                    "def load():",
                    "    return Table.from_rows([{'city': 'Bern', 'rain': 1.5}, {'city': 'Rome', 'rain': None}])");

    @Test
    void describesAReturnedTableAndStoresItInMagesLayout() throws IOException {
        TestResult result = worker.run(THREE_ROWS);

        assertEquals(
                "{\"name\":\"output_0\",\"kind\":\"dataframe\",\"row_count\":2,\"columns\":"
                        + "[{\"name\":\"city\",\"type\":\"VARCHAR\"},{\"name\":\"rain\",\"type\":\"DOUBLE\"}]}",
                result.outputs().getFirst().toString());
        Path output = result.folder().resolve("output_0");
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(
                    List.of(
                            "data.parquet",
                            "data_column_types.json",
                            "resource_usage.json",
                            "sample_data.parquet",
                            "statistics.json",
                            "type.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                "{\"city\": \"str\", \"rain\": \"float64\"}",
                Files.readString(output.resolve("data_column_types.json")));
        assertEquals(
                "{\"original_row_count\": 2, \"original_column_count\": 2}",
                Files.readString(output.resolve("statistics.json")));
    }

    @Test
    void handsATableToTheNextBlock() {
        TestResult result =
                worker.run(
                        TestBlock.transformer(
                                        "@transformer",
                                        "def f(table):",
                                        "    print(table.columns, len(table), list(table))",
                                        "    print(table.sql('SELECT max(rain) AS top FROM this').to_rows())",
                                        "    return table")
                                .after("load", worker.run(THREE_ROWS)));

        assertEquals(
                List.of(
                        "['city', 'rain'] 2 [{'city': 'Bern', 'rain': 1.5}, {'city': 'Rome', 'rain': None}]",
                        "[{'top': 1.5}]"),
                result.stdout());
        assertEquals(2, result.outputs().getFirst().path("row_count").asInt());
    }

    @Test
    void keepsASampleOfTheFirstThousandRows() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "from pipewright import Table",
                                "@data_loader",
                                "def load():",
                                "    return Table.from_rows([{'i': i} for i in range(2500)])"));

        String sample =
                result.folder().resolve("output_0").resolve("sample_data.parquet").toString();
        TestResult read =
                worker.run(
                        TestBlock.loader(
                                "from pipewright import Table",
                                "@data_loader",
                                "def load():",
                                "    print(Table.read_parquet('"
                                        + sample
                                        + "').sql('SELECT count(*) AS n, max(i) AS m FROM this').to_rows())"));

        assertEquals(List.of("[{'n': 1000, 'm': 999}]"), read.stdout());
    }

    @Test
    void saysWhatIsWrongInAQuery() {
        TestResult result =
                worker.run(
                        TestBlock.transformer(
                                        "@transformer",
                                        "def f(table):",
                                        "    return table.sql('SELECT rian FROM this')")
                                .after("load", worker.run(THREE_ROWS)));

        assertEquals("DuckDBError", result.json().path("error").path("type").asText());
        assertEquals(3, result.errorLine());
        assertEquals(
                "Binder Error: Referenced column \"rian\" not found in FROM clause!",
                result.json()
                        .path("error")
                        .path("message")
                        .asText()
                        .lines()
                        .findFirst()
                        .orElse(""));
    }
}
