package io.pipewright.engine.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.PipelineId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    private static final Instant AT = Instant.parse("2024-01-05T06:00:00.123456Z");

    @TempDir Path root;

    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());
    private Path file;

    @BeforeEach
    void name() {
        file = RunLog.of(root, new PipelineId("daily"), "12/20240105T060000").file("child:0");
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void placesAFileForEachBlockRun() {
        assertEquals(root.resolve("pipelines/daily/.logs/12/20240105T060000/child_0.log"), file);
        assertThrows(
                IllegalArgumentException.class,
                () -> RunLog.of(root, new PipelineId("daily"), "../../../other"));
    }

    @Test
    void writesALineAsTheFormatHasIt() {
        var tags = new LinkedHashMap<String, Object>();
        tags.put("block_uuid", "load");
        tags.put("pipeline_run_id", 42);

        assertEquals(
                "2024-01-05T06:00:00 {\"block_uuid\":\"load\",\"pipeline_run_id\":42,\"level\":\"INFO\","
                        + "\"message\":\"Grüße\\n\\\"all\\\"\",\"timestamp\":1704434400.123456,"
                        + "\"uuid\":\"0123456789abcdef0123456789abcdef\"}",
                RunLogFormat.write(
                        new LogLine(AT, "INFO", "Grüße\n\"all\"", tags),
                        "0123456789abcdef0123456789abcdef"));
    }

    @Test
    void makesTheFileWithTheFirstLine() throws IOException {
        try (var log = new RunLogWriter(file, timer)) {
            assertFalse(Files.exists(file));
            log.append(line("one"));
            log.flush();

            assertEquals(List.of(line("one")), RunLogReader.read(file));
        }
    }

    @Test
    void writesALineSoonWithoutBeingAsked() throws Exception {
        Files.createDirectories(file.resolveSibling(""));
        try (var log = new RunLogWriter(file, timer);
                var watch = file.getFileSystem().newWatchService()) {
            file.resolveSibling("").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            log.append(line("one"));

            assertTrue(watch.poll(20, TimeUnit.SECONDS) != null);
        }
    }

    @Test
    void marksTheLastLineOfAnAttempt() {
        try (var log = new RunLogWriter(file, timer)) {
            log.append(line("one"));
            log.end(line("completed"));
        }

        List<LogLine> lines = RunLogReader.read(file);
        assertEquals(List.of(false, true), lines.stream().map(RunLogReader::isEnd).toList());
    }

    @Test
    void saysHowManyLinesARefusingDiskCost() throws IOException {
        // A file where its folder should be: the disk refuses, until it is gone.
        Path obstacle = root.resolve("pipelines");
        Files.writeString(obstacle, "");
        try (var log = new RunLogWriter(file, timer)) {
            log.append(line("one"));
            log.append(line("two"));
            log.flush();
            Files.delete(obstacle);
            log.append(line("three"));
        }

        assertEquals(
                List.of("2 lines are missing here: the disk refused them", "three"),
                RunLogReader.read(file).stream().map(LogLine::message).toList());
    }

    @Test
    void readsNothingBeforeTheFirstLine() {
        assertEquals(List.of(), RunLogReader.read(file));
    }

    @Test
    void readsLinesThatAreNoRecords() throws IOException {
        write(
                """
                Traceback (most recent call last):
                2024-01-05T06:00:00 {"level": "ERROR", "message": "no table", "timestamp": 1704434400.5, "block_uuid": "load", "metrics": null}

                2024-01-05 06:00:00,123 INFO plain
                2024-01-05T06:00:09 {"message": "no level"}
                2024-01-05T06:00:10 {"level": "INFO", "mess""");

        Instant half = Instant.parse("2024-01-05T06:00:00.500Z");
        Instant nine = Instant.parse("2024-01-05T06:00:09Z");
        assertEquals(
                List.of(
                        new LogLine(
                                Instant.EPOCH,
                                "INFO",
                                "Traceback (most recent call last):",
                                Map.of()),
                        new LogLine(half, "ERROR", "no table", Map.of("block_uuid", "load")),
                        new LogLine(half, "INFO", "2024-01-05 06:00:00,123 INFO plain", Map.of()),
                        new LogLine(nine, "INFO", "no level", Map.of()),
                        new LogLine(
                                nine,
                                "INFO",
                                "2024-01-05T06:00:10 {\"level\": \"INFO\", \"mess",
                                Map.of())),
                RunLogReader.read(file));
    }

    @Test
    void readsBrokenBytes() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[] {'a', (byte) 0xff, 0, 'b', '\n'});

        assertEquals("a\ufffd\u0000b", RunLogReader.read(file).getFirst().message());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    private static LogLine line(String message) {
        return new LogLine(AT, "INFO", message, Map.of("block_uuid", "load"));
    }
}
