package io.pipewright.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The project folders that were opened last, newest first, in a plain file with one path a line.
///
/// Lines that are no path, and folders that are gone, are left out; a file that cannot be read counts as empty: a list of
/// shortcuts must never keep the window from opening.
/// Thread: any; touches disk, so not the FX thread.
public final class RecentProjects {

    private static final Logger LOG = LoggerFactory.getLogger(RecentProjects.class);
    private static final int MOST = 12;

    private final Path file;

    public RecentProjects(UserFolder folders) {
        this.file = folders.settings().resolve("recent-projects");
    }

    public synchronized List<Path> list() {
        if (!Files.isRegularFile(file)) return List.of();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(RecentProjects::folder)
                    .flatMap(Optional::stream)
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            LOG.warn("Could not read the recent projects in {}: {}", file, unreadable.toString());
            return List.of();
        }
    }

    /// Puts `folder` first.
    public synchronized void add(Path folder) {
        var paths = new ArrayList<Path>();
        paths.add(folder.toAbsolutePath().normalize());
        paths.addAll(list());
        write(paths.stream().distinct().limit(MOST).map(Path::toString).toList());
    }

    public synchronized void forget(Path folder) {
        write(list().stream().filter(path -> !path.equals(folder)).map(Path::toString).toList());
    }

    private void write(List<String> lines) {
        try {
            SettingsFile.replace(file, String.join("\n", lines) + "\n");
        } catch (IOException failure) {
            LOG.warn("Could not remember the recent projects in {}", file, failure);
        }
    }

    private static Optional<Path> folder(String line) {
        try {
            Path path = Path.of(line.strip());
            return path.isAbsolute() && Files.isDirectory(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
