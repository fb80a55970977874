package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.variable.OutputSeals;
import io.pipewright.engine.variable.QuestionFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KernelPoolTest {

    @TempDir Path folder;

    private PoolFixture workers;

    @BeforeEach
    void open() {
        workers = new PoolFixture(folder);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void returnsWhatTheBlockStored() throws IOException {
        Heard block = workers.run("output output_0", "output output_1");

        Path outputs = folder.resolve("outputs-1");
        assertEquals(
                new KernelResult.Completed(
                        List.of(output(outputs, "output_0"), output(outputs, "output_1")), 0),
                block.await());
    }

    private static OutputInfo output(Path outputs, String name) throws IOException {
        Path at = outputs.resolve(name);
        return new OutputInfo(
                name, "iterable", at, OptionalLong.empty(), List.of(), OutputSeals.seal(at));
    }

    @Test
    void handsOnEveryLineBeforeTheResult() {
        Heard block = workers.run("print one", "print ", "print two", "unfinished three");

        assertEquals(List.of("one", "", "two", "three"), block.lines());
    }

    @Test
    void handsOnWhatIsPrintedWhileTheBlockRuns() {
        Heard block = workers.start("python", Map.of(), "error starting", "wait");

        assertEquals("starting", block.awaitLine(line -> true));
        block.cancel("enough");
        assertEquals(new KernelResult.Cancelled("enough"), block.await());
    }

    @Test
    void tellsAFailureAsTheWorkerTellsIt() {
        Heard block = workers.run("fail no such table");

        assertEquals(
                new KernelResult.Failed(
                        new BlockError("Broken", "no such table", "", OptionalInt.of(3), ""),
                        List.of(),
                        0,
                        0),
                block.await());
    }

    @Test
    void runsTheNextBlockInTheSameWorker() {
        List<String> first = workers.run("pid").lines();

        assertEquals(first, workers.run("pid").lines());
    }

    @Test
    void givesTheWorkerAnEnvironmentOfItsOwn() {
        Heard block = workers.run("variable JAVA_TOOL_OPTIONS", "variable TMPDIR");

        assertEquals("null", block.lines().getFirst());
        assertTrue(block.lines().getLast().startsWith(folder.toString()), block.lines().toString());
    }

    @Test
    void tellsTheWorkerWhereOutputsAre() {
        assertEquals(
                List.of(workers.settings.variablesFolder().toString()),
                workers.run("variable PIPEWRIGHT_VARIABLES").lines());
    }

    @Test
    void replacesACpythonWorkerAfterManyUses() {
        String first = workers.run("pid").lines().getFirst();
        for (int use = 2; use <= PoolSettings.CPYTHON_USES; use++) {
            assertEquals(List.of(first), workers.run("pid").lines());
        }

        assertNotEquals(first, workers.run("pid").lines().getFirst());
    }

    @Test
    void saysWithWhichCodeAWorkerExited() {
        Heard block = workers.run("print before", "exit 7");

        assertEquals(
                failed(
                        "WorkerExited",
                        "the block's process ended with exit code 7 before the block finished"),
                block.await());
        assertEquals(List.of("before"), block.lines());
    }

    @Test
    void saysThatAWorkerWasKilled() {
        Heard block = workers.run("kill");

        assertEquals(
                failed(
                        "WorkerKilled",
                        "the block's process was killed (SIGKILL) before the block finished"),
                block.await());
    }

    @Test
    void endsAWorkerThatHangsUp() {
        Heard block = workers.run("hangup", "wait");

        assertEquals(
                failed(
                        "WorkerLost",
                        "the block's process closed its connection to the engine, so it was ended"),
                block.await());
    }

    @Test
    void saysThatABlockDoesNotFitIntoAMessage() {
        Heard block = workers.run("print " + "x".repeat(65 << 20));

        var failed = assertInstanceOf(KernelResult.Failed.class, block.await());
        assertEquals("WorkerProtocol", failed.error().type());
    }

    @Test
    void keepsTheWorkerOfABlockThatStopsWhenInterrupted() {
        Heard block = workers.start("python", Map.of(), "pid", "wait");
        String pid = block.awaitLine(line -> true);
        block.cancel("not wanted");
        block.await();

        assertEquals(List.of(pid), workers.run("pid").lines());
    }

    @Test
    void killsABlockThatIgnoresEveryRequestToStop() {
        Heard block = workers.start("python", Map.of(), "pid", "loop");
        long pid = Long.parseLong(block.awaitLine(line -> true));
        block.cancel("not wanted");

        assertEquals(new KernelResult.Cancelled("not wanted"), block.await());
        assertFalse(isRunning(pid));
    }

    @Test
    void killsWhatAnEndedBlockStarted() {
        Heard block =
                workers.run(
                        "shell sleep 1000 & echo $!",
                        "shell (setsid sleep 1001 & echo $!)",
                        "shell sleep 1002 & echo $!",
                        "kill");

        for (String pid : block.lines())
            assertFalse(isRunning(Long.parseLong(pid)), block.lines().toString());
        assertEquals(3, block.lines().size());
    }

    @Test
    void killsWhatACancelledBlockStarted() {
        Heard block = workers.start("python", Map.of(), "shell sleep 1003 & echo $!", "wait");
        long child = Long.parseLong(block.awaitLine(line -> true));
        block.cancel("not wanted");
        block.await();

        assertFalse(isRunning(child));
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessTable::isRunning).isPresent();
    }

    @Test
    void saysWhyALanguageCannotRun() {
        assertEquals(
                Optional.of("nothing here runs blocks in \"r\"; this version runs python, sql"),
                workers.pool.whyNotRunnable(BlockKind.of("transformer", "r"), Map.of()));
        assertEquals(
                Optional.of("no such runtime here"),
                workers.pool.whyNotRunnable(
                        BlockKind.of("transformer", "python"), Map.of("missing", "")));
        assertEquals(
                Optional.empty(),
                workers.pool.whyNotRunnable(BlockKind.of("transformer", "python"), Map.of()));
    }

    @Test
    void tellsTheLastWordsOfAWorkerThatDoesNotStart() {
        Heard block =
                workers.start(
                        "python", Map.of("command", "echo no module named numpy >&2; exit 3"));

        assertEquals(
                failed(
                        "WorkerNotStarted",
                        "Cannot start the python worker: it ended with exit code 3; it printed:\nno module named numpy"),
                block.await());
        assertFalse(block.hasStarted());
    }

    @Test
    void warmsAWorkerThatTheNextBlockGets() {
        workers.pool.warm(BlockKind.of("transformer", "python"), Map.of());
        workers.run("pid");

        assertEquals(1, workers.pool.status().liveWorkers());
        assertEquals(Map.of("python", "Script 1"), workers.pool.status().runtimes());
    }

    @Test
    void endsAnIdleWorkerAfterFiveMinutes() {
        long pid = Long.parseLong(workers.run("pid").lines().getFirst());
        var gone = ProcessHandle.of(pid).orElseThrow().onExit();
        workers.now.updateAndGet(now -> now.plus(Duration.ofMinutes(5)));

        gone.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void keepsAnIdleWorkerForFiveMinutes() {
        String pid = workers.run("pid").lines().getFirst();
        workers.now.updateAndGet(now -> now.plus(Duration.ofSeconds(299)));

        assertEquals(List.of(pid), workers.run("pid").lines());
    }

    @Test
    void queuesSqlBlocksOfOneDatabaseInOneWorker() throws IOException {
        Path database = folder.resolve("sales.duckdb");
        Heard first = workers.startSql(database, "pid", "await " + folder.resolve("go"));
        first.awaitStart();
        Heard second = workers.startSql(database, "pid");

        assertEquals(
                "\"sales.duckdb\" is in use by block \"block_1\"",
                second.awaitReason(reason -> true));
        Files.createFile(folder.resolve("go"));
        second.await();
        assertEquals(first.lines(), second.lines());
    }

    @Test
    void cancelsABlockThatStillWaits() {
        Path database = folder.resolve("sales.duckdb");
        Heard first = workers.startSql(database, "wait");
        first.awaitStart();
        Heard second = workers.startSql(database, "pid");
        second.awaitReason(reason -> true);
        second.cancel("not wanted");

        assertEquals(new KernelResult.Cancelled("not wanted"), second.await());
        assertFalse(second.hasStarted());
    }

    @Test
    void answersAQuestionWhileTheOnlySqlWorkerIsBusy() {
        Heard block = workers.startSql(folder.resolve("sales.duckdb"), "wait");
        block.awaitStart();

        assertEquals(
                7,
                workers.pool
                        .questions()
                        .ask(Map.of("question", "schema", "file", "x"))
                        .get("row_count"));
    }

    @Test
    void cancelsEverythingWhenItIsClosed() {
        Heard block = workers.start("python", Map.of(), "pid", "loop");
        long pid = Long.parseLong(block.awaitLine(line -> true));
        workers.pool.close();

        assertEquals(new KernelResult.Cancelled("the engine is stopping"), block.await());
        assertFalse(isRunning(pid));
        assertThrows(
                QuestionFailedException.class,
                () -> workers.pool.questions().ask(Map.of("question", "schema", "file", "x")));
    }

    private static KernelResult failed(String type, String message) {
        return new KernelResult.Failed(BlockError.of(type, message), List.of(), 0, 0);
    }
}
