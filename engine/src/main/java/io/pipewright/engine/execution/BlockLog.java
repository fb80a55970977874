package io.pipewright.engine.execution;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.monitoring.RunLogWriter;
import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.BlockRunEvent;
import io.pipewright.engine.run.BlockRunKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// The log of one block run: its prints as they come, and what the engine has to say about it. Every line goes to the file and to
/// the subscribers. Thread: any.
final class BlockLog implements AutoCloseable {

    private static final String INFO = "INFO";

    private final BlockRunKey key;
    private final RunLogWriter writer;
    private final Map<String, Object> tags;
    private final EngineEvents events;
    private final InstantSource clock;

    BlockLog(
            BlockRunKey key,
            RunLogWriter writer,
            Map<String, Object> tags,
            EngineEvents events,
            InstantSource clock) {
        this.key = key;
        this.writer = writer;
        this.tags = Map.copyOf(tags);
        this.events = events;
        this.clock = clock;
    }

    void waits(String reason) {
        write(INFO, "Waits: " + reason, Map.of());
    }

    /// A sensor said no.
    void asksAgain(Duration pause) {
        write(INFO, "Sensor sleeping for " + pause.toSeconds() + " seconds...", Map.of());
    }

    void fansOut(int children) {
        write(INFO, "Runs once for each of " + children + " items", Map.of());
    }

    void began() {
        write(INFO, "Start executing block " + key.blockRunUuid(), Map.of());
    }

    void printed(String line) {
        write(INFO, line, Map.of());
    }

    void warning(String message) {
        write("WARNING", message, Map.of());
    }

    /// The last line of an attempt; a log without one was cut off.
    void ended(BlockRunEvent event, int attempt, int attempts) {
        LogLine last = last(event, attempt, attempts);
        writer.end(last);
        tell(last);
    }

    private LogLine last(BlockRunEvent event, int attempt, int attempts) {
        return switch (event) {
            case BlockRunEvent.Succeeded _ ->
                    line(INFO, "Finish executing block " + key.blockRunUuid(), Map.of());
            case BlockRunEvent.Broke(_, BlockError error, _) -> failed(error, attempt, attempts);
            case BlockRunEvent.Stopped(_, String reason) ->
                    line(INFO, "Stopped block " + key.blockRunUuid() + ": " + reason, Map.of());
            case BlockRunEvent.ConditionRefused _ ->
                    line(
                            INFO,
                            "Block " + key.blockRunUuid() + " is not run: its condition is not met",
                            Map.of());
            case BlockRunEvent.Admitted _, BlockRunEvent.Started _, BlockRunEvent.UpstreamBroke _ ->
                    throw new IllegalArgumentException("not an end: " + event);
        };
    }

    private LogLine failed(BlockError error, int attempt, int attempts) {
        var details = new LinkedHashMap<String, Object>();
        details.put(
                "error",
                error.traceback().isEmpty()
                        ? error.type() + ": " + error.message()
                        : error.traceback());
        String ofHowMany =
                attempts > 1 && error.mayPass()
                        ? " (attempt " + attempt + " of " + attempts + ")"
                        : "";
        return line(
                "EXCEPTION",
                "Failed to execute block "
                        + key.blockRunUuid()
                        + ofHowMany
                        + ": "
                        + error.type()
                        + ": "
                        + error.message(),
                details);
    }

    private void write(String level, String message, Map<String, Object> details) {
        LogLine line = line(level, message, details);
        writer.append(line);
        tell(line);
    }

    private LogLine line(String level, String message, Map<String, Object> details) {
        var all = new LinkedHashMap<>(tags);
        all.putAll(details);
        return new LogLine(clock.instant(), level, message, all);
    }

    private void tell(LogLine line) {
        events.publish(new EngineEvent.LogPrinted(key.run(), key.blockRunUuid(), line));
    }

    @Override
    public void close() {
        writer.close();
    }
}
