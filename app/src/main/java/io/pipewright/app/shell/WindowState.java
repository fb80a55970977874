package io.pipewright.app.shell;

import io.pipewright.app.welcome.WelcomeViewModel;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectSession;
import java.nio.file.Path;

/// What the window is busy with.
public sealed interface WindowState {

    record Welcoming(WelcomeViewModel welcome) implements WindowState {}

    record Opening(Path folder) implements WindowState {}

    /// The folder is open and nothing of it is executed before the user answered.
    record Asking(Path folder, ProjectSession session, ProjectListing listing)
            implements WindowState {}

    record Working(ProjectViewModel project) implements WindowState {}
}
