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

/// What a block finds around it, and that nothing is left of the block before.
class SurroundingsTest {

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

    private static List<String> printed(String... lines) {
        TestResult result = worker.run(TestBlock.loader(lines));
        assertEquals("none", result.error());
        return result.stdout();
    }

    private static void write(String file, String content) throws IOException {
        Path path = worker.project().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void itRunsInTheProjectFolder() {
        String project = worker.project().toString();

        assertEquals(
                List.of(project + " " + project + " " + project),
                printed(
                        "import os",
                        "from mage_ai.settings.repo import get_repo_path",
                        "@data_loader",
                        "def load(**kwargs):",
                        "    print(os.getcwd(), get_repo_path(), kwargs['repo_path'])"));
    }

    @Test
    void itImportsModulesOfTheProjectByBothNames() throws IOException {
        write("helpers/shapes.py", "SIDES = 4");

        assertEquals(
                List.of("4 4"),
                printed(
                        "from my_project.helpers.shapes import SIDES",
                        "from helpers import shapes",
                        "@data_loader",
                        "def load(): print(SIDES, shapes.SIDES)"));
    }

    @Test
    void itSeesAModuleAsItIsNow() throws IOException {
        write("helpers/changing.py", "VALUE = 'old'");
        String[] block = {
            "from helpers.changing import VALUE", "@data_loader", "def load(): print(VALUE)"
        };
        printed(block);
        write("helpers/changing.py", "VALUE = 'quite new'");

        assertEquals(List.of("quite new"), printed(block));
    }

    @Test
    void itSharesNoStateWithTheBlockBefore() throws IOException {
        write("helpers/counter.py", "COUNT = []");
        String[] block = {
            "import os, sys",
            "from helpers import counter",
            "@data_loader",
            "def load():",
            "    print(len(counter.COUNT), os.environ.get('LEFT'), os.getcwd(), 'left' in sys.path, 'left' in globals())",
            "    counter.COUNT.append(1)",
            "    os.environ['LEFT'] = 'behind'",
            "    os.chdir('/')",
            "    sys.path.append('left')",
            "    globals()['left'] = 1"
        };
        List<String> first = printed(block);

        assertEquals(first, printed(block));
    }

    @Test
    void itRegistersNoFunctionsOfOtherBlocksThatItImports() throws IOException {
        write(
                "data_loaders/other.py",
                """
                if 'data_loader' not in globals():
                    from mage_ai.data_preparation.decorators import data_loader

                @data_loader
                def load(): print('the other block')

                def help(): return 'helped'
                """);

        assertEquals(
                List.of("helped"),
                printed(
                        "from my_project.data_loaders.other import help",
                        "@data_loader",
                        "def load(): print(help())"));
    }

    @Test
    void itLeavesNoCompiledFilesInTheProject() throws IOException {
        write("helpers/plain.py", "");
        printed("import helpers.plain", "@data_loader", "def load(): pass");

        try (var files = Files.walk(worker.project())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().contains("__pycache__")).toList());
        }
    }
}
