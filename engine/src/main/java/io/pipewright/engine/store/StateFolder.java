package io.pipewright.engine.store;

import io.pipewright.engine.project.GeneratedFolder;
import java.io.IOException;
import java.nio.file.Path;

/// The engine's own folder in the variables folder of a project: `.pipewright`, closed to other users and to git.
///
/// @param path absolute
public record StateFolder(Path path) {

    /// Makes the folder if it is not there.
    ///
    /// @param variablesFolder of the project, absolute
    /// @throws StoreException if the folder cannot be written
    public static StateFolder in(Path variablesFolder) {
        var folder = new StateFolder(variablesFolder.resolve(".pipewright"));
        try {
            OwnerOnly.folder(folder.path);
            GeneratedFolder.closeToGit(folder.path);
            return folder;
        } catch (IOException e) {
            throw new StoreException(
                    "make the state folder " + folder.path,
                    "check that you may write there, or name another folder with variables_dir in"
                            + " metadata.yaml",
                    e);
        }
    }

    /// H2 adds `.mv.db` itself.
    Path databaseName() {
        return path.resolve("engine");
    }

    Path database() {
        return path.resolve("engine.mv.db");
    }

    Path seal() {
        return path.resolve("engine.seal");
    }

    Path backups() {
        return path.resolve("backups");
    }

    Path damaged() {
        return path.resolve("damaged");
    }
}
