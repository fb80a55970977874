package io.pipewright.app.welcome;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a folder.
@FunctionalInterface
public interface FolderChooser {

    /// @return empty when the user decided otherwise
    Optional<Path> choose(String title);
}
