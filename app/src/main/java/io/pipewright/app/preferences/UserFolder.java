package io.pipewright.app.preferences;

import java.nio.file.Path;

/// Where the window keeps files of the user.
///
/// @param settings ours, may not exist yet
/// @param documents where copies of samples go
public record UserFolder(Path settings, Path documents) {}
