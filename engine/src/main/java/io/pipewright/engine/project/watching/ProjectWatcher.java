package io.pipewright.engine.project.watching;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls a listener when files of a project change, whoever changes them: once per burst, about 0.1 s after it.
///
/// Outputs, logs, environments and version control are not watched. Where the system cannot watch, it looks every two seconds.
public final class ProjectWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWatcher.class);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Path project;
    private final ChangeSource source;
    private final Consumer<Set<Path>> listener;

    private ProjectWatcher(Path project, ChangeSource source, Consumer<Set<Path>> listener) {
        this.project = project;
        this.source = source;
        this.listener = listener;
    }

    /// Watches from now on: a change after this returned is reported.
    ///
    /// @param project absolute, links resolved
    /// @param listener gets absolute paths, the project itself when it is not known which; called on the watcher's thread
    /// @param threads makes that one thread
    /// @throws IOException if the folder cannot be read at all
    public static ProjectWatcher start(
            Path project, Consumer<Set<Path>> listener, ThreadFactory threads) throws IOException {
        return start(project, source(project), listener, threads);
    }

    static ProjectWatcher start(
            Path project,
            ChangeSource source,
            Consumer<Set<Path>> listener,
            ThreadFactory threads) {
        var watcher = new ProjectWatcher(project, source, listener);
        threads.newThread(watcher::watch).start();
        return watcher;
    }

    private static ChangeSource source(Path project) throws IOException {
        try {
            return new SystemChanges(project);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Looking at {} every {}: {}", project, LOOK_AGAIN_AFTER, e.getMessage());
            return new PolledChanges(project, LOOK_AGAIN_AFTER);
        }
    }

    private void watch() {
        try {
            while (true) listener.accept(source.await());
        } catch (ClosedWatchServiceException _) {
            LOG.debug("No longer watching {}", project);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("Changes of {} made by others are no longer seen", project, e);
        }
    }

    /// Ends the thread; a listener that is being called finishes.
    @Override
    public void close() throws IOException {
        source.close();
    }
}
