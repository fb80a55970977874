package io.pipewright.engine.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputLayoutTest {

    private final OutputLayout layout = new OutputLayout(Path.of("/vars"));

    @Test
    void placesTheOutputsOfARun() {
        assertEquals(
                Path.of("/vars/pipelines/daily/.variables/12/20240105T060000/load_orders/output_0"),
                layout.outputFolder(key("daily", "12/20240105T060000", "load/Orders", "output_0")));
    }

    @Test
    void placesTheOutputsOfANotebookWithoutPartition() {
        assertEquals(
                Path.of("/vars/pipelines/daily/.variables/load/output_0"),
                layout.outputFolder(key("daily", "", "load", "output_0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../other", "/etc", "."})
    void refusesNamesThatLeadOut(String name) {
        assertThrows(
                NameRefusedException.class,
                () -> layout.outputFolder(key(name, "", "load", "output_0")));
        assertThrows(
                NameRefusedException.class,
                () -> layout.outputFolder(key("daily", name, "load", "output_0")));
        assertThrows(
                NameRefusedException.class,
                () -> layout.outputFolder(key("daily", "1/x", "load", name)));
    }

    private static VariableKey key(String pipeline, String partition, String block, String output) {
        return new VariableKey(new PipelineId(pipeline), partition, new BlockId(block), output);
    }
}
