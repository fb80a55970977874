package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables where pandas is installed; what every type becomes is tested in `test_frames.py`.
class PandasTest {

    @TempDir static Path folder;
    private static TestWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker(folder);
    }

    @BeforeEach
    void needsPandas() {
        assumeFalse(
                worker.hello().path("features").path("pandas").isNull(),
                "pandas is not installed for the tested interpreter");
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void handsEveryTableOverAsADataFrame() {
        TestResult table =
                worker.run(
                        TestBlock.loader(
                                "from pipewright import Table",
                                "@data_loader",
                                "def load():",
                                "    return Table.from_rows([{'a': 1, 'b': {'k': (1, 2)}}])"));

        TestResult result =
                worker.run(
                        TestBlock.transformer(
                                        "@transformer",
                                        "def f(frame):",
                                        "    print(type(frame).__name__, frame.to_dict('records'))",
                                        "    return frame")
                                .after("load", table));

        assertEquals(List.of("DataFrame [{'a': 1, 'b': {'k': (1, 2)}}]"), result.stdout());
        assertEquals(1, result.outputs().getFirst().path("row_count").asInt());
    }

    @Test
    void takesADataFrameAsATable() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "import pandas",
                                "from pipewright import Table",
                                "@data_loader",
                                "def load():",
                                "    table = Table.of(pandas.DataFrame({'a': [1, 2], 'b': ['x', None]}))",
                                "    print(table.types, table.to_rows())"));

        assertEquals(
                List.of(
                        "{'a': 'BIGINT', 'b': 'VARCHAR'} [{'a': 1, 'b': 'x'}, {'a': 2, 'b': None}]"),
                result.stdout());
    }

    @Test
    void doesNotImportPandasForBlocksWithoutTables() throws IOException {
        try (TestWorker fresh = new TestWorker(folder.resolve("fresh"))) {
            TestResult result =
                    fresh.run(
                            TestBlock.loader(
                                    "import sys",
                                    "@data_loader",
                                    "def load():",
                                    "    print('pandas' in sys.modules)",
                                    "    return {'a': 1}"));

            assertEquals(List.of("False"), result.stdout());
        }
    }
}
