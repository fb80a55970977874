package io.pipewright.kernel.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is either complete or absent, also when several processes make it at once.
final class AtomicFolder {

    private AtomicFolder() {}

    /// Fills a folder.
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /// The folder of that name, filled on first use.
    static Path in(Path parent, String name, Filling filling) throws IOException {
        Path folder = parent.resolve(name);
        if (Files.isDirectory(folder)) return folder;
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, name + ".");
        try {
            filling.into(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(unfinished);
            // Another process may have been faster; its folder has the same content.
            if (!Files.isDirectory(folder)) throw e;
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
