package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleWorkersTest {

    @TempDir Path folder;

    private Process worker;

    @BeforeEach
    void startOne() throws IOException {
        var builder = new ProcessBuilder("sleep", "1000");
        builder.environment().put(ProcessTree.MARK, "mark of this test");
        worker = builder.start();
    }

    @AfterEach
    void endIt() {
        worker.destroyForcibly();
    }

    @Test
    void endsAWorkerThatAnEarlierEngineLeft() throws Exception {
        new StaleWorkers(folder).remember(worker.toHandle(), "mark of this test");

        assertEquals(List.of(worker.pid()), new StaleWorkers(folder).endLeftovers());
        assertFalse(worker.isAlive() && ProcessTable.isRunning(worker.toHandle()));
        assertEquals(List.of(), new StaleWorkers(folder).endLeftovers());
    }

    @Test
    void sparesAnotherProcessThatGotTheNumber() throws IOException {
        Path record =
                Files.createDirectories(folder.resolve("workers"))
                        .resolve(Long.toString(worker.pid()));
        Files.writeString(record, "another start\nanother mark\n");

        assertEquals(List.of(), new StaleWorkers(folder).endLeftovers());
        assertTrue(worker.isAlive());
    }

    @Test
    void endsChildrenThatOutlivedTheirWorker() throws Exception {
        // It ends only when its input does: one that ended before it was noted would not be looked
        // for.
        var builder =
                new ProcessBuilder(
                        "sh", "-c", "setsid sleep 1001 >/dev/null 2>&1 & echo $!; read _ || true");
        builder.environment().put(ProcessTree.MARK, "mark of the parent");
        Process parent = builder.start();
        var records = new StaleWorkers(folder);
        records.remember(parent.toHandle(), "mark of the parent");
        parent.getOutputStream().close();
        String child =
                new String(parent.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .strip();
        parent.waitFor();
        records.endLeftovers();

        assertFalse(
                ProcessHandle.of(Long.parseLong(child))
                        .filter(ProcessTable::isRunning)
                        .isPresent());
    }

    @Test
    void forgetsAWorkerThatEnded() throws IOException {
        var records = new StaleWorkers(folder);
        records.remember(worker.toHandle(), "mark of this test");
        records.forget(worker.pid());

        assertEquals(List.of(), records.endLeftovers());
    }
}
