package io.pipewright.engine.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableStoreTest {

    private static final PipelineId PIPELINE = new PipelineId("daily");
    private static final BlockId BLOCK = new BlockId("load");

    @TempDir Path variables;

    private VariableStore store;
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        var layout = new OutputLayout(variables);
        store = new VariableStore(layout);
        folder = Files.createDirectories(layout.blockFolder(PIPELINE, "1/x", BLOCK));
    }

    @Test
    void findsOutputsInNumericOrder() throws IOException {
        for (int number : List.of(10, 2, 0)) Outputs.store(folder, number, "[" + number + "]");

        assertEquals(
                List.of(
                        Outputs.info(folder, 0, "[0]"),
                        Outputs.info(folder, 2, "[2]"),
                        Outputs.info(folder, 10, "[10]")),
                store.outputs(PIPELINE, "1/x", BLOCK));
    }

    @Test
    void findsNothingWhereNothingWasStored() {
        assertEquals(List.of(), store.outputs(PIPELINE, "1/y", BLOCK));
        assertEquals(
                Optional.empty(),
                store.output(new VariableKey(PIPELINE, "1/x", BLOCK, "output_0")));
    }

    @Test
    void takesParquetWithoutATypeForATable() throws IOException {
        Path output = Files.createDirectories(folder.resolve("output_0"));
        Files.writeString(output.resolve("data.parquet"), "PAR1");
        Files.writeString(output.resolve("statistics.json"), "{\"original_row_count\": 12}");

        OutputInfo found = store.outputs(PIPELINE, "1/x", BLOCK).getFirst();
        assertEquals("dataframe", found.kind());
        assertEquals(OptionalLong.of(12), found.rowCount());
    }

    @Test
    void findsABareFileOfTheOldestForm() throws IOException {
        Files.writeString(folder.resolve("output_0.json"), "[1]");
        Files.writeString(folder.resolve("output_1.json"), "[2]");
        Outputs.store(folder, 1, "[3]");

        List<OutputInfo> found = store.outputs(PIPELINE, "1/x", BLOCK);
        assertEquals(
                List.of("output_0", "output_1"), found.stream().map(OutputInfo::name).toList());
        assertEquals("output_0.json", found.getFirst().seal().file());
        assertEquals(Outputs.info(folder, 1, "[3]"), found.getLast());
    }
}
