package io.pipewright.engine.variable;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputSealsTest {

    @TempDir Path folder;

    private OutputInfo output;
    private Path data;

    @BeforeEach
    void store() throws IOException {
        output = Outputs.store(folder, 0, "[1, 2, 3]");
        data = output.folder().resolve("data.json");
    }

    @Test
    void takesSizeAndChecksumOfTheDataFile() throws IOException {
        assertEquals(output.seal(), OutputSeals.seal(output.folder()));
    }

    @Test
    void prefersTheTableOfAnOutputThatHasBoth() throws IOException {
        Files.writeString(output.folder().resolve("data.parquet"), "PAR1");

        assertEquals("data.parquet", OutputSeals.seal(output.folder()).file());
    }

    @Test
    void cannotSealAnOutputWithoutData() throws IOException {
        Files.delete(data);

        assertThrows(NoSuchFileException.class, () -> OutputSeals.seal(output.folder()));
    }

    @Test
    void acceptsAnOutputAsItWasStored() {
        assertDoesNotThrow(() -> OutputSeals.verify(new BlockId("load"), output));
    }

    @Test
    void refusesATruncatedOutput() throws IOException {
        Files.writeString(data, "[1, 2");

        assertEquals(refusal("it has 5 bytes instead of 9"), refused());
    }

    @Test
    void refusesAChangedOutputOfTheSameSize() throws IOException {
        Files.writeString(data, "[1, 2, 4]");

        assertEquals(refusal("its content is not what the block stored"), refused());
    }

    @Test
    void refusesAnOutputThatIsGone() throws IOException {
        Files.delete(data);

        assertEquals(refusal("the file is gone"), refused());
    }

    private String refusal(String why) {
        return "Cannot use output \"output_0\" of block \"load\" ("
                + data
                + "): "
                + why
                + ". Run block \"load\" again.";
    }

    private String refused() {
        return String.valueOf(
                assertThrows(
                                OutputDamagedException.class,
                                () -> OutputSeals.verify(new BlockId("load"), output))
                        .getMessage());
    }
}
