package io.pipewright.engine.cli;

import io.pipewright.engine.project.SafeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the newest failure that nobody foresaw is kept with its stack trace, for a report of the bug. Only its owner may read it.
///
/// @param folder absolute, may not exist yet
public record FailureFile(Path folder, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(FailureFile.class);
    private static final Collector<CharSequence, ?, String> LINES =
            Collectors.joining(System.lineSeparator());

    /// @param command what was being done, without values that may be secret
    /// @return the file; empty if it could not be written
    Optional<Path> keep(String command, Exception failure) {
        Path file = folder.resolve("command-line-failure.log");
        String head = clock.instant() + " pipewright " + command;
        String text = Stream.concat(Stream.of(head), trace(failure)).collect(LINES);
        try {
            Files.createDirectories(folder);
            SafeFile.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
            return Optional.of(file);
        } catch (IOException e) {
            LOG.warn("Could not keep a failure in {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Stream<String> trace(Throwable failure) {
        Stream<String> own =
                Stream.concat(
                        Stream.of(failure.toString()),
                        Arrays.stream(failure.getStackTrace()).map(frame -> "\tat " + frame));
        Throwable cause = failure.getCause();
        return cause == null ? own : Stream.concat(own, trace(cause));
    }
}
