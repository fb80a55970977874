package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When prints go out: at once, or after a moment when there are very many.
class PrintsTest {

    private static final int MANY = 20_000;

    @TempDir Path folder;

    private static TestBlock printingMany(String... then) {
        var lines = new ArrayList<String>();
        lines.addAll(
                List.of(
                        "import os, sys, time",
                        "@data_loader",
                        "def load():",
                        "    for number in range(" + MANY + "): print(number)"));
        for (String line : then) lines.add("    " + line);
        return TestBlock.loader(lines.toArray(String[]::new));
    }

    private static List<String> many() {
        return IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
    }

    @Test
    void keepsEveryLineOfABurstInItsPlace() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            assertEquals(many(), worker.run(printingMany()).stdout());
            assertEquals(many(), worker.run(printingMany()).stdout());
        }
    }

    @Test
    void showsTheLineAfterABurstWhileTheBlockGoesOn() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            worker.send(printingMany("print('after it')", "while True: time.sleep(1)"));

            worker.awaitPrinted("after it");
            worker.interrupt();

            assertEquals("failed", worker.receive().path("status").asText());
        }
    }

    @Test
    void losesNothingWhenABlockLeavesTheProcessInABurst() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            worker.send(printingMany("print('last words')", "os._exit(7)"));

            worker.awaitPrinted("last words");
            assertEquals(7, worker.awaitExit());
        }
    }

    @Test
    void aChildForkedInABurstPrintsItsOwnLinesOnly() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            TestResult result =
                    worker.run(
                            printingMany(
                                    "child = os.fork()",
                                    "if not child:",
                                    "    print('child')",
                                    "    os._exit(0)",
                                    "os.waitpid(child, 0)",
                                    "print('parent')"));

            var expected = new ArrayList<>(many());
            expected.addAll(List.of("child", "parent"));
            assertEquals(expected, result.stdout());
        }
    }
}
