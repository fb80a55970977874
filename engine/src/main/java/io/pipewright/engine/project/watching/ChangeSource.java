package io.pipewright.engine.project.watching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Where news of changed files comes from.
interface ChangeSource extends AutoCloseable {

    /// Waits for changes and collects those that follow at once. Thread: one, blocking.
    ///
    /// @return absolute paths, never empty; the project's folder when it is not known what changed
    /// @throws java.nio.file.ClosedWatchServiceException after `close`
    Set<Path> await() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
