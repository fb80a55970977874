package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while True: pass",
                "import time; time.sleep(1000)",
                "import threading; threading.Event().wait()",
                "import subprocess; subprocess.run(['sleep', '1000'])",
                "from pipewright import Table; Table.from_rows([{'a': 1}]).sql('SELECT count(*) FROM range(3000000) a, range(3000000) b WHERE a.range * b.range = 7')",
            })
    void stopsABlockThatGoesOnForever(String statement) {
        worker.send(
                TestBlock.loader(
                        "@data_loader", "def load():", "    print('started')", "    " + statement));
        worker.awaitPrinted("started");

        worker.interrupt();

        assertEquals(
                "Interrupted: the block was interrupted",
                new TestResult(worker.receive(), folder, List.of(), List.of()).error());
        assertEquals("completed", worker.run(TestBlock.returning("1")).status());
    }

    @Test
    void doesNotHitTheBlockAfterTheOneThatIsMeant() {
        worker.run(TestBlock.returning("1"));
        worker.interrupt();

        assertEquals("completed", worker.run(TestBlock.returning("2")).status());
    }
}
