package io.pipewright.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The operating system's lock that makes one engine per project. It is gone with its process, however that ends.
final class EngineLock implements AutoCloseable {

    private final FileChannel file;
    private final FileLock lock;

    private EngineLock(FileChannel file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /// @return empty if another engine has it
    static Optional<EngineLock> tryTake(Path stateFolder) throws IOException {
        FileChannel file =
                FileChannel.open(
                        stateFolder.resolve("engine.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock != null) return Optional.of(new EngineLock(file, lock));
        file.close();
        return Optional.empty();
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            // An engine of this very process has it: the same answer as for any other.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
    }
}
