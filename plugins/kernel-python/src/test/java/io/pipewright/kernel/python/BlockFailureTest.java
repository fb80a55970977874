package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFailureTest {

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

    private static TestResult load(String... body) {
        return worker.run(
                TestBlock.loader(
                        "@data_loader", "def load():", "    " + String.join("\n    ", body)));
    }

    @Test
    void showsTheLineOfTheBlockAndNoFrameOfTheWorker() {
        TestBlock block =
                TestBlock.loader(
                        "def inner():",
                        "    return {}['sku']",
                        "@data_loader",
                        "def load():",
                        "    inner()");

        TestResult result = worker.run(block);

        String file = block.fileIn(worker.project());
        assertEquals("KeyError: 'sku'", result.error());
        assertEquals(2, result.errorLine());
        assertEquals(file, result.json().path("error").path("file").asText());
        assertEquals(
                List.of(
                        "Traceback (most recent call last):",
                        "  File \"" + file + "\", line 5, in load",
                        "    inner()",
                        "  File \"" + file + "\", line 2, in inner",
                        "    return {}['sku']",
                        "KeyError: 'sku'"),
                result.traceback().lines().filter(line -> !line.matches("[ ~^]*")).toList());
    }

    @Test
    void showsTheCauseToo() {
        TestResult result =
                load(
                        "try:",
                        "    1 / 0",
                        "except Exception as e:",
                        "    raise OSError('outer') from e");

        assertTrue(result.traceback().contains("ZeroDivisionError: division by zero"));
        assertTrue(result.traceback().endsWith("OSError: outer\n"));
    }

    @Test
    void namesTheLineOfASyntaxError() {
        TestResult result = worker.run(TestBlock.loader("@data_loader", "def load(:", "    pass"));

        assertEquals("SyntaxError: invalid syntax (load.py, line 2)", result.error());
        assertEquals(2, result.errorLine());
    }

    @Test
    void saysWhichDecoratorIsMissing() {
        TestResult result = worker.run(TestBlock.loader("def load():", "    pass"));

        assertEquals(
                "BlockError: Block \"load\" does not have any decorated functions. Make sure that a function in the"
                        + " block is decorated with @data_loader.",
                result.error());
    }

    @Test
    void countsAnExitAsAFailure() {
        assertEquals(
                "SystemExit: the block called sys.exit(3); a block ends by returning",
                load("import sys", "sys.exit(3)").error());
    }

    @Test
    void countsAKeyboardInterruptOfTheBlocksOwnAsAFailure() {
        assertEquals("KeyboardInterrupt: ", load("raise KeyboardInterrupt").error());
    }

    @Test
    void saysSoWhenMemoryRunsOut() {
        assertEquals(
                "MemoryError: the block asked for more memory than it may use",
                load("bytearray(1 << 45)").error());
    }

    @Test
    void worksOnAfterAFailure() {
        load("raise Exception");

        assertEquals(List.of("null: 1"), worker.run(TestBlock.returning("1")).values());
    }
}
