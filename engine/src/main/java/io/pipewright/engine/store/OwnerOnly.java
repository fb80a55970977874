package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The one place that keeps other users of the machine out of the engine's files.
///
/// Where files have POSIX permissions: 0700 for folders, 0600 for files. On Windows a user's own folders are closed to other users
/// already.
public final class OwnerOnly {

    private OwnerOnly() {}

    /// Makes the folder, with its parents, if it is not there.
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    public static void file(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
