package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/// Says in words why H2 failed.
final class StoreFailure {

    private static final long NEARLY_NOTHING = 1 << 20;

    private StoreFailure() {}

    /// Why, and what to do.
    static String explain(Throwable failure, Path file) {
        if (isDiskFull(failure, file)) {
            return "the disk that holds "
                    + file
                    + " is full. Free some space; the engine goes on by itself then";
        }
        if (isInUse(failure)) {
            return file
                    + " is in use by another process. Close the other engine of this project, or"
                    + " use it";
        }
        return root(failure).getMessage() + " (" + file + ")";
    }

    static boolean isInUse(Throwable failure) {
        return code(failure).filter(code -> code == ErrorCode.DATABASE_ALREADY_OPEN_1).isPresent();
    }

    static boolean isDiskFull(Throwable failure, Path file) {
        return causes(failure)
                        .filter(IOException.class::isInstance)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .anyMatch(StoreFailure::saysDiskFull)
                || freeBytes(file) < NEARLY_NOTHING;
    }

    static Optional<Integer> code(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getErrorCode())
                .findFirst();
    }

    static Throwable root(Throwable failure) {
        return causes(failure).reduce((_, deeper) -> deeper).orElse(failure);
    }

    private static boolean saysDiskFull(String message) {
        // The words of Linux and macOS, and of Windows; also for a used-up quota.
        return message.contains("No space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    private static long freeBytes(Path file) {
        try {
            return Files.getFileStore(file.resolveSibling("")).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
