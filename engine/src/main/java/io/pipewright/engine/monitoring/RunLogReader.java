package io.pipewright.engine.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads log files, also those of other products: lines that are no records, broken bytes and half a last line are kept as text.
///
/// Thread: any.
public final class RunLogReader {

    /// Most bytes read of one file; of a longer one, the end.
    static final long LONGEST = 64L << 20;

    private RunLogReader() {}

    /// In file order; empty if there is no such file yet.
    public static List<LogLine> read(Path file) {
        try {
            Instant before = Files.getLastModifiedTime(file).toInstant();
            var lines = new ArrayList<LogLine>();
            for (String text : text(file).lines().toList()) {
                if (text.isBlank()) continue;
                LogLine line = RunLogFormat.read(text.stripTrailing(), before);
                before = line.at();
                lines.add(line);
            }
            return lines;
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read log \"" + file + "\": " + e.getMessage(), e);
        }
    }

    /// Whether this is the last line of an attempt: without one, its log was cut off.
    public static boolean isEnd(LogLine line) {
        return Boolean.TRUE.equals(line.tags().get(RunLogFormat.END));
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - LONGEST));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
