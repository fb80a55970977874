package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.TestHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script that calls the command line can go by.
@Tag("slow")
class ExitCodesTest {

    private static final String BLOCK = "@transformer\ndef run(*args, **kwargs):\n    %s\n";

    @TempDir Path home;
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aRunThatCompletesGives0AndOneThatFailsGives1() throws IOException {
        project("return 1", "type: transformer");
        assertEquals(0, execute("run", folder.toString(), "daily"));

        project("raise ValueError('no')", "type: transformer");
        assertEquals(1, execute("run", folder.toString(), "daily"));
        assertTrue(err().contains("ValueError: no"), err());
    }

    @Test
    void validateGives0ForABlockThatCannotRunHere() throws IOException {
        project("return 1", "type: dbt");

        assertEquals(0, execute("validate", folder.toString()));
        assertTrue(out().contains("is a dbt"), out());
    }

    @Test
    void validateGives2ForABrokenPipelineAndNamesItsFile() throws IOException {
        project("return 1", "type: transformer");
        file("pipelines/other/metadata.yaml", "blocks: [\n");

        assertEquals(2, execute("validate", folder.toString()));
        assertTrue(out().contains("metadata.yaml"), out());
    }

    @Test
    void brokenSettingsGive2AndNothingRuns() throws IOException {
        project("return 1", "type: transformer");
        file("metadata.yaml", "variables_dir: ./\nqueue_config: [\n");

        assertEquals(2, execute("validate", folder.toString()));
        assertEquals(2, execute("run", folder.toString(), "daily"));
        assertTrue(err().contains("Cannot run pipeline \"daily\""), err());
    }

    @Test
    void aPipelineThatIsNotThereGives2() throws IOException {
        project("return 1", "type: transformer");

        assertEquals(2, execute("run", folder.toString(), "weekly"));
        assertTrue(err().contains("There is no pipeline \"weekly\""), err());
    }

    @Test
    void theExampleOfANewProjectRuns() {
        Path project = folder.resolve("new");

        assertEquals(0, execute("init", project.toString()));
        assertEquals(0, execute("run", project.toString(), "example_pipeline"), this::err);
    }

    private int execute(String... arguments) {
        var console = new Console(stream(out), stream(err), false);
        return new CommandLineProgram(console, new EngineSessions(TestHost.in(home)))
                .execute(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void project(String statement, String type) throws IOException {
        file("metadata.yaml", "variables_dir: ./\n");
        file("transformers/one.py", BLOCK.formatted(statement));
        file("dbts/one.py", BLOCK.formatted(statement));
        file(
                "pipelines/daily/metadata.yaml",
                "type: python\nblocks:\n- {uuid: one, name: one, language: python, %s}\n"
                        .formatted(type));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
