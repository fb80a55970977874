package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLifeTest {

    @TempDir Path folder;

    @Test
    void saysHelloWithItsTokenAndKeepsThatFromTheBlock() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            JsonNode hello = worker.hello();
            TestResult result =
                    worker.run(
                            TestBlock.loader(
                                    "import os",
                                    "@data_loader",
                                    "def load():",
                                    "    print([name for name in os.environ if name.startswith('PIPEWRIGHT_') and name != 'PIPEWRIGHT_TEST_PYTHON'])"));

            assertEquals("token", hello.path("token").asText());
            assertEquals(worker.process().pid(), hello.path("pid").asLong());
            assertEquals("python", hello.path("kernel").asText());
            assertTrue(hello.path("runtime").asText().startsWith("CPython 3."));
            assertEquals("{\"pandas\":null,\"pyarrow\":null}", hello.path("features").toString());
            assertEquals(List.of("[]"), result.stdout());
        }
    }

    @Test
    void endsWhenItIsToldTo() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            worker.stop();

            assertEquals(0, worker.awaitExit());
        }
    }

    @Test
    void endsWithItsChildrenWhenTheChannelCloses() throws Exception {
        Path pids = folder.resolve("pids");
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            worker.run(
                    TestBlock.loader(
                            "import subprocess",
                            "@data_loader",
                            "def load():",
                            "    children = [subprocess.Popen(['sleep', '1000'], start_new_session=own) for own in (True, False)]",
                            "    open('"
                                    + pids
                                    + "', 'w').write('\\n'.join(str(child.pid) for child in children))"));
            worker.closeChannel();
            worker.awaitExit();
        }

        for (String pid : Files.readAllLines(pids)) {
            var child = ProcessHandle.of(Long.parseLong(pid));
            // Killed, but perhaps not yet taken off the list of processes.
            if (child.isPresent()) child.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void isGoneWithoutAnAnswerWhenABlockEndsTheProcess() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            worker.send(
                    TestBlock.loader(
                            "import os", "@data_loader", "def load():", "    os._exit(7)"));

            assertTrue(worker.closesTheChannel());
            assertEquals(7, worker.awaitExit());
        }
    }

    @Test
    void letsOnlyTheParentAnswerAfterAFork() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            TestResult forked =
                    worker.run(
                            TestBlock.loader(
                                    "import os",
                                    "@data_loader",
                                    "def load():",
                                    "    child = os.fork()",
                                    "    if child: os.waitpid(child, 0)",
                                    "    return 'child' if child == 0 else 'parent'"));

            assertEquals(List.of("null: \"parent\""), forked.values());
            assertEquals("completed", worker.run(TestBlock.returning("1")).status());
        }
    }

    @Test
    void marksTheEndAlsoWhenABlockTookTheStreamsAway() throws IOException {
        try (TestWorker worker = new TestWorker(folder, "-S")) {
            TestResult result =
                    worker.run(
                            TestBlock.loader(
                                    "import io, os, sys",
                                    "@data_loader",
                                    "def load():",
                                    "    print('before')",
                                    "    sys.stdout = io.StringIO()",
                                    "    sys.stderr = None"));

            assertEquals(List.of("before"), result.stdout());
            assertEquals("completed", result.status());
            assertEquals(
                    List.of("back"),
                    worker.run(TestBlock.loader("@data_loader", "def load(): print('back')"))
                            .stdout());
        }
    }
}
