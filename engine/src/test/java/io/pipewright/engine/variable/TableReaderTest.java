package io.pipewright.engine.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    private static final VariableKey KEY =
            new VariableKey(new PipelineId("daily"), "1/x", new BlockId("load"), "output_0");
    private static final Map<String, @Nullable Object> ANSWER =
            Map.of(
                    "columns", List.of(Map.of("name", "city", "type", "VARCHAR")),
                    "rows",
                            List.of(
                                    List.of("Seattle"),
                                    Arrays.<@Nullable Object>asList((Object) null)),
                    "row_count", 1461);

    @TempDir Path variables;

    private final Map<String, @Nullable Object> asked = new HashMap<>();
    private TableReader reader;
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        var layout = new OutputLayout(variables);
        folder = Files.createDirectories(layout.outputFolder(KEY));
        reader =
                new TableReader(
                        layout,
                        question -> {
                            asked.putAll(question);
                            return ANSWER;
                        });
    }

    @Test
    void asksForAPage() throws IOException {
        Path file = Files.createFile(folder.resolve("data.parquet"));
        TablePage page = reader.page(KEY, 100, 2);

        assertEquals(
                Map.of("question", "page", "file", file.toString(), "offset", 100L, "limit", 2),
                asked);
        assertEquals(
                new TablePage(
                        List.of(new ColumnInfo("city", "VARCHAR")),
                        List.of(List.of("Seattle"), Arrays.<@Nullable Object>asList((Object) null)),
                        100,
                        1461),
                page);
    }

    @Test
    void asksForAnExport() throws IOException {
        Files.createFile(folder.resolve("data.parquet"));

        assertEquals(
                1461, reader.export(KEY, variables.resolve("out.csv"), "csv", OptionalInt.of(5)));
        assertEquals(variables.resolve("out.csv").toString(), asked.get("target"));
        assertEquals(5, asked.get("limit"));
    }

    @Test
    void saysWhatIsNotStored() {
        var missing = assertThrows(VariableMissingException.class, () -> reader.page(KEY, 0, 1));

        assertEquals(
                "Output \"output_0\" of block \"load\" is not stored ("
                        + folder.resolve("data.parquet")
                        + "); run the block again",
                missing.getMessage());
    }

    @Test
    void readsAValueFromItsFile() throws IOException {
        Files.writeString(folder.resolve("data.json"), "{\"a\": 1}");

        assertEquals("{\"a\": 1}", reader.value(KEY));
    }

    @Test
    void readsAValueOfTheOldestForm() throws IOException {
        Files.delete(folder);
        Files.writeString(folder.resolveSibling("output_0.json"), "[1]");

        assertEquals("[1]", reader.value(KEY));
    }

    @Test
    void doesNotShowAValueThatIsTooLarge() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("data.json").toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        var failed = assertThrows(QuestionFailedException.class, () -> reader.value(KEY));
        assertTrue(
                String.valueOf(failed.getMessage()).contains("has 1073741824 bytes of JSON"),
                failed.toString());
    }
}
