package io.pipewright.engine.kernel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers on disk which workers live, so that the next engine can end what a killed one left behind.
///
/// One file per worker, named by its PID: first line when it started, second line its mark. Nothing is ever adopted.
public final class StaleWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(StaleWorkers.class);
    private static final Duration KILL_TIME = Duration.ofSeconds(5);

    private final Path folder;

    /// @param stateFolder of the project, private to the user
    public StaleWorkers(Path stateFolder) {
        this.folder = stateFolder.resolve("workers");
    }

    void remember(ProcessHandle process, String mark) throws IOException {
        Optional<ProcessIdentity> identity = ProcessIdentity.of(process);
        if (identity.isEmpty()) return;
        Files.createDirectories(folder);
        Files.writeString(file(process.pid()), identity.get().start() + "\n" + mark + "\n");
    }

    void forget(long pid) {
        try {
            Files.deleteIfExists(file(pid));
        } catch (IOException e) {
            LOG.warn("Could not forget worker {}", pid, e);
        }
    }

    /// Kills the workers that an earlier engine left, with their trees. Call once, before the first worker starts.
    ///
    /// @return the PIDs of those that still ran
    public List<Long> endLeftovers() {
        var ended = new ArrayList<Long>();
        if (!Files.isDirectory(folder)) return ended;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path file : files) {
                if (endLeftover(file)) ended.add(pid(file));
            }
        } catch (IOException e) {
            LOG.warn("Could not look for leftover workers in {}", folder, e);
        }
        return ended;
    }

    private boolean endLeftover(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        if (lines.size() < 2) return false;
        Optional<ProcessHandle> root = new ProcessIdentity(pid(file), lines.get(0)).running();
        List<ProcessHandle> strays = ProcessTable.withEnvironment(ProcessTree.MARK, lines.get(1));
        root.ifPresent(process -> end(process, lines.get(1)));
        // Also without its root: children may have outlived it.
        strays.forEach(process -> end(process, lines.get(1)));
        return root.isPresent() || !strays.isEmpty();
    }

    private static void end(ProcessHandle process, String mark) {
        LOG.info(
                "Ending worker process {}, left behind by an engine that was killed",
                process.pid());
        if (!new ProcessTree(process, mark).kill(KILL_TIME))
            LOG.warn("Process {} does not end", process.pid());
    }

    private static long pid(Path file) {
        return Long.parseLong(file.getFileName().toString());
    }

    private Path file(long pid) {
        return folder.resolve(Long.toString(pid));
    }
}
