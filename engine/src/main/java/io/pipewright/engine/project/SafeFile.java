package io.pipewright.engine.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files whole or not at all: temporary file, sync, atomic rename. A crash leaves the old content or the new one.
public final class SafeFile {

    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rw-------");

    private SafeFile() {}

    /// Replaces `file`, or makes it. An existing file keeps its permissions; a link stays a link and its target is replaced.
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = Files.createTempFile(folderOf(target), ".", ".tmp");
        try {
            fill(temporary, content);
            copyPermissions(target, temporary);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folderOf(target));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Replaces or makes a file that only its owner may read.
    public static void writePrivate(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary =
                Files.createTempFile(folderOf(target), ".", ".tmp", privateAttributes(target));
        try {
            fill(temporary, content);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folderOf(target));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) throw new IllegalArgumentException(file + " is not a file in a folder");
        return folder;
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
    }

    /// A temporary file is private; what it becomes is as open as what it replaces, or as any new file.
    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) return;
        Set<PosixFilePermission> permissions =
                Files.exists(from)
                        ? Files.getPosixFilePermissions(from)
                        : PosixFilePermissions.fromString("rw-r--r--");
        view.setPermissions(permissions);
    }

    private static FileAttribute<?>[] privateAttributes(Path file) throws IOException {
        boolean isPosix = Files.getFileStore(folderOf(file)).supportsFileAttributeView("posix");
        return isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                : new FileAttribute<?>[0];
    }

    /// Makes the rename itself durable. Windows cannot open a folder and needs no such thing.
    private static void syncFolder(Path folder) throws IOException {
        if (java.io.File.separatorChar == '\\') return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
