package io.pipewright.engine.monitoring;

import io.pipewright.engine.project.GeneratedFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends to the log file of one block run. The file is made with the first line; lines are on disk within 100 ms.
///
/// A disk that refuses (full, gone) never fails the block: lines are counted, and a line that says so follows once it accepts
/// writes again. Thread: any.
public final class RunLogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogWriter.class);
    private static final int MILLIS_UNTIL_WRITTEN = 100;
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final ScheduledExecutorService timer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private long bufferedLines;
    private long lostLines;
    private boolean flushIsComing;

    /// @param timer writes what was printed last; short tasks
    public RunLogWriter(Path file, ScheduledExecutorService timer) {
        this.file = file;
        this.timer = timer;
    }

    public synchronized void append(LogLine line) {
        String uuid = UUID.randomUUID().toString().replace("-", "");
        buffer.writeBytes((RunLogFormat.write(line, uuid) + "\n").getBytes(StandardCharsets.UTF_8));
        bufferedLines++;
        if (buffer.size() >= BUFFER) {
            flush();
        } else if (!flushIsComing) {
            flushIsComing = true;
            var _ = timer.schedule(this::flush, MILLIS_UNTIL_WRITTEN, TimeUnit.MILLISECONDS);
        }
    }

    /// The last line of an attempt, its end mark: a log without one was cut off.
    public synchronized void end(LogLine line) {
        var tags = new LinkedHashMap<String, Object>(line.tags());
        tags.put(RunLogFormat.END, true);
        append(new LogLine(line.at(), line.level(), line.message(), tags));
        flush();
    }

    /// Writes what waits.
    public synchronized void flush() {
        flushIsComing = false;
        if (bufferedLines == 0) return;
        try {
            GeneratedFolder.make(file.resolveSibling(""));
            byte[] note = lostLines == 0 ? new byte[0] : note();
            try (var out =
                    Files.newOutputStream(
                            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(note);
                buffer.writeTo(out);
            }
            lostLines = 0;
        } catch (IOException e) {
            if (lostLines == 0) LOG.warn("Cannot write log {}", file, e);
            lostLines += bufferedLines;
        }
        buffer.reset();
        bufferedLines = 0;
    }

    // Begins with a line end: the refused write may have left half a line.
    private byte[] note() {
        return ("\n" + lostLines + " lines are missing here: the disk refused them\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        flush();
    }
}
