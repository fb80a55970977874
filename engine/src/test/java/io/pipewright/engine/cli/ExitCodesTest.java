package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.cli.CommandLineFixture.Result;
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

    private Result ran = Result.NONE;

    @Test
    void aRunThatCompletesGives0AndOneThatFailsGives1() {
        project("return 1", "type: transformer");
        assertEquals(0, execute("run", folder.toString(), "daily"));

        project("raise ValueError('no')", "type: transformer");
        assertEquals(1, execute("run", folder.toString(), "daily"));
        assertTrue(err().contains("ValueError: no"), err());
    }

    @Test
    void validateGives0ForABlockThatCannotRunHere() {
        project("return 1", "type: dbt");

        assertEquals(0, execute("validate", folder.toString()));
        assertTrue(out().contains("is a dbt"), out());
    }

    @Test
    void validateGives2ForABrokenPipelineAndNamesItsFile() {
        project("return 1", "type: transformer");
        file("pipelines/other/metadata.yaml", "blocks: [\n");

        assertEquals(2, execute("validate", folder.toString()));
        assertTrue(out().contains("metadata.yaml"), out());
    }

    @Test
    void brokenSettingsGive2AndNothingRuns() {
        project("return 1", "type: transformer");
        file("metadata.yaml", "variables_dir: ./\nqueue_config: [\n");

        assertEquals(2, execute("validate", folder.toString()));
        assertEquals(2, execute("run", folder.toString(), "daily"));
        assertTrue(err().contains("Cannot run pipeline \"daily\""), err());
    }

    @Test
    void pipelinesThatCannotBeReadGive2AndNothingRuns() {
        file("metadata.yaml", "variables_dir: ./\n");
        file("pipelines", "a file\n");

        assertEquals(2, execute("validate", folder.toString()));
        assertTrue(out().contains("pipelines: this is not a folder. Pipelines are"), out());
        assertEquals(2, execute("run", folder.toString(), "daily"));
        assertTrue(err().contains("pipelines): this is not a folder."), err());
        assertEquals(0, execute("list", folder.toString()));
        assertTrue(err().contains("this is not a folder"), err());
    }

    @Test
    void aPipelineThatIsNotThereGives2() {
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
        ran = program().execute(arguments);
        return ran.exit();
    }

    private CommandLineFixture program() {
        return new CommandLineFixture(home, folder);
    }

    private String out() {
        return ran.out();
    }

    private String err() {
        return ran.err();
    }

    private void project(String statement, String type) {
        file("metadata.yaml", "variables_dir: ./\n");
        file("transformers/one.py", BLOCK.formatted(statement));
        file("dbts/one.py", BLOCK.formatted(statement));
        file(
                "pipelines/daily/metadata.yaml",
                "type: python\nblocks:\n- {uuid: one, name: one, language: python, %s}\n"
                        .formatted(type));
    }

    private void file(String name, String text) {
        program().file(name, text);
    }
}
