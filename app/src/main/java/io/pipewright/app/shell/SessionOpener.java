package io.pipewright.app.shell;

import io.pipewright.engine.session.ProjectSession;
import java.nio.file.Path;

/// Finds or starts the engine of a project folder and connects to it.
@FunctionalInterface
public interface SessionOpener {

    /// Thread: not the FX thread; may start a process.
    ///
    /// @throws io.pipewright.engine.session.SessionException if the folder cannot be opened, with a sentence that says why
    ProjectSession open(Path folder);
}
