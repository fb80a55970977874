package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Files that are there after a power cut once a method returned.
final class DurableFiles {

    private DurableFiles() {}

    /// Puts a finished file in another's place: after a power cut either is there, whole.
    static void replace(Path finished, Path target) throws IOException {
        sync(finished);
        Files.move(
                finished,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        syncFolderOf(target);
    }

    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) syncFolderOf(file);
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Length and checksum, as text.
    static String fingerprint(Path file) throws IOException {
        var checksum = new CRC32C();
        var buffer = ByteBuffer.allocateDirect(1 << 20);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                checksum.update(buffer.flip());
                buffer.clear();
            }
            return channel.size() + " " + Long.toHexString(checksum.getValue());
        }
    }

    private static void syncFolderOf(Path file) throws IOException {
        Path folder = file.resolveSibling("");
        // Windows opens no folder as a channel, and keeps renames in order itself.
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
