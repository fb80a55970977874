package io.pipewright.engine.session;

import java.nio.file.Path;

/// Opens projects. Thread: any; may read disk and start a process, so never the FX thread.
///
/// Every method throws `BrokenProjectException` if the folder is no project, and `SessionException` if its engine cannot be reached
/// or started.
public interface Sessions {

    /// For the window: attaches to the engine that holds the project, or starts its background engine. Closing the session
    /// leaves that engine and its runs alone.
    ProjectSession open(Path folder);

    /// For the command line: attaches to the engine that holds the project, else runs one in this process until the session is
    /// closed.
    ProjectSession forCommandLine(Path folder);

    /// What the project holds, read from disk without any engine: no last runs. Executes nothing.
    ProjectListing listing(Path folder);

    /// What of the project can run here, read from disk without any engine. Executes nothing.
    ProjectValidation validation(Path folder);
}
