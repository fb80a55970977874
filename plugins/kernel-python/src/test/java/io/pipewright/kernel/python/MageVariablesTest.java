package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What blocks get through `mage_ai.data_preparation.variable_manager`.
class MageVariablesTest {

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

    private static List<String> printed(String... body) {
        String[] lines = new String[body.length + 3];
        lines[0] = "from mage_ai.data_preparation.variable_manager import *";
        lines[1] = "@data_loader";
        lines[2] = "def load(*args, **kwargs):";
        for (int i = 0; i < body.length; i++) lines[i + 3] = "    " + body[i];
        TestResult result = worker.run(TestBlock.loader(lines));
        assertEquals("none", result.error());
        return result.stdout();
    }

    /// Puts what a block returned where a run or the notebook keeps it.
    private static void store(String place, TestBlock block) throws IOException {
        TestResult result = worker.run(block);
        Path target = folder.resolve("variables/pipelines/daily/.variables").resolve(place);
        Files.createDirectories(target.getParent());
        Files.move(result.folder(), target);
    }

    @Test
    void theyAreOutputsOfAnyPipelineAndRun() throws IOException {
        store("3/20240105T060000/load_users", TestBlock.returning("['x', {'k': (1, 2)}]"));
        store("retrain_model", TestBlock.returning("{1, 2}"));

        assertEquals(
                List.of("x {'k': [1, 2]}", "{1, 2}", "{} {} {}"),
                printed(
                        "part = '3/20240105T060000'",
                        "first = get_variable('daily', 'load_users', 'output_0', partition=part)",
                        "print(first, get_variable('daily', 'load_users', 'output_1', partition=part))",
                        "print(get_variable('daily', 'Retrain/model', 'output_0'))",
                        "absent = get_variable('daily', 'load_users', 'output_7', partition=part)",
                        "notebook = get_variable('daily', 'load_users', 'output_0')",
                        "print(absent, notebook, get_variable('no_pipeline', 'load', 'output_0'))"));
    }

    @Test
    void theyAreTables() throws IOException {
        store(
                "tables",
                TestBlock.loader(
                        "from pipewright import Table",
                        "@data_loader",
                        "def load(): return Table.from_rows([{'a': 1}])"));

        assertEquals(
                List.of("[{'a': 1}]"),
                printed("print(get_variable('daily', 'tables', 'output_0').to_rows())"));
    }

    @Test
    void theyAreVariablesOfAPipeline() throws IOException {
        Path file = worker.project().resolve("pipelines/daily/metadata.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name: daily # by hand\nvariables:\n  gv: global value\n");

        assertEquals(
                List.of("{'added': 7, 'gv': 'global value'}", "None"),
                printed(
                        "set_global_variable('daily', 'added', 7)",
                        "print(get_global_variables('daily'))",
                        "delete_global_variable('daily', 'added')",
                        "print(get_global_variable('daily', 'added'))"));
        assertEquals(
                "name: daily # by hand\nvariables:\n  gv: global value\n", Files.readString(file));
    }

    @Test
    void theyAreNotLeftInTheEnvironment() {
        assertEquals(
                List.of("None"),
                printed("import os", "print(os.environ.get('PIPEWRIGHT_VARIABLES'))"));
    }
}
