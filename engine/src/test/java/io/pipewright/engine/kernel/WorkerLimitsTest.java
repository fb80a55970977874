package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WorkerLimitsTest {

    @TempDir Path folder;

    @Test
    void killsABlockThatHoldsMoreMemoryThanItMay() {
        try (var workers = with(settings -> limitedTo(settings, 300L << 20))) {
            Heard block = workers.run("hoard 600");

            var failed = assertInstanceOf(KernelResult.Failed.class, block.await());
            assertEquals("OutOfMemory", failed.error().type());
            assertTrue(
                    failed.error()
                            .message()
                            .matches(
                                    ".* held \\d+(\\.\\d)? MiB of memory; the limit is 300 MiB\\..*"),
                    failed.error().message());
        }
    }

    @Test
    void takesTheLimitOfThePipelineOverThatOfTheProject() {
        try (var workers = with(settings -> limitedTo(settings, 8L << 30))) {
            Heard block = workers.start("python", Map.of("memory_limit", "1G"), "hoard 1600");

            var failed = assertInstanceOf(KernelResult.Failed.class, block.await());
            assertTrue(
                    failed.error().message().contains("; the limit is 1 GiB."),
                    failed.error().message());
        }
    }

    @Test
    void countsWhatChildrenHold() {
        try (var workers = with(settings -> limitedTo(settings, 300L << 20))) {
            Heard block = workers.run("shell head -c 600000000 /dev/zero | tail");

            var failed = assertInstanceOf(KernelResult.Failed.class, block.await());
            assertEquals("OutOfMemory", failed.error().type());
        }
    }

    @Test
    void keepsHeadAndTailOfAFlood() {
        try (var workers = with(settings -> settings)) {
            Heard block = workers.run("print the first line", "flood 200");

            List<String> lines = block.lines();
            assertInstanceOf(KernelResult.Completed.class, block.await());
            assertEquals("the first line", lines.getFirst());
            assertEquals("the last line", lines.getLast());
            assertEquals(
                    1, lines.stream().filter(line -> line.startsWith("… truncated: ")).count());
            assertTrue(lines.size() < 70_000, lines.size() + " lines");
        }
    }

    @Test
    void givesUpAWorkerThatDoesNotConnect() {
        try (var workers = with(settings -> startingIn(settings, Duration.ofSeconds(1)))) {
            Heard block = workers.start("python", Map.of("command", "sleep 1000"));

            var failed = assertInstanceOf(KernelResult.Failed.class, block.await());
            assertEquals(
                    "Cannot start the python worker: it did not connect within 1 s; it printed nothing",
                    failed.error().message());
        }
    }

    @Test
    void waitsForMemoryBeforeItStartsOneMoreWorker() {
        var available = new AtomicLong(100L << 20);
        var memory = new MachineMemory(8L << 30, available::get);
        try (var workers = new PoolFixture(folder, settings -> settings, memory)) {
            // The first one is always allowed: else nothing could ever run.
            Heard first = workers.start("python", Map.of(), "wait");
            first.awaitStart();
            Heard second = workers.start("python", Map.of(), "pid");

            assertEquals(
                    "memory is short: one more worker needs 200 MiB besides the 409.6 MiB left to the system;"
                            + " 1 workers are alive",
                    second.awaitReason(reason -> reason.startsWith("memory")));
            assertFalse(second.hasStarted());
            available.set(4L << 30);
            assertInstanceOf(KernelResult.Completed.class, second.await());
            first.cancel("done");
        }
    }

    private PoolFixture with(UnaryOperator<PoolSettings> change) {
        return new PoolFixture(folder, change, MachineMemory.ofThisMachine());
    }

    private static PoolSettings limitedTo(PoolSettings settings, long bytes) {
        return new PoolSettings(
                settings.projectFolder(),
                settings.stateFolder(),
                settings.variablesFolder(),
                bytes,
                settings.startTime(),
                settings.prints());
    }

    private static PoolSettings startingIn(PoolSettings settings, Duration time) {
        return new PoolSettings(
                settings.projectFolder(),
                settings.stateFolder(),
                settings.variablesFolder(),
                settings.memoryLimit(),
                time,
                settings.prints());
    }
}
