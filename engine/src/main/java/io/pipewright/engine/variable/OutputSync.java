package io.pipewright.engine.variable;

import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Makes published outputs survive a power cut: their files, and the folders that name them, up to the variables folder.
///
/// Thread: any; waits for the disk.
public final class OutputSync {

    private final Path variablesFolder;

    public OutputSync(OutputLayout layout) {
        this.variablesFolder = layout.variablesFolder();
    }

    /// @throws UncheckedIOException if the disk refuses; the outputs are then not safe
    public void sync(Collection<OutputInfo> outputs) {
        Set<Path> folders = new LinkedHashSet<>();
        try {
            for (OutputInfo output : outputs) {
                try (Stream<Path> files = Files.walk(output.folder())) {
                    for (Path path : (Iterable<Path>) files::iterator) {
                        if (Files.isDirectory(path)) folders.add(path);
                        else force(path, StandardOpenOption.WRITE);
                    }
                }
                addParents(output.folder(), folders);
            }
            for (Path folder : folders) forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write outputs through to the disk: " + e.getMessage(), e);
        }
    }

    private void addParents(Path folder, Set<Path> folders) {
        for (Path parent = folder.getParent();
                parent != null && parent.startsWith(variablesFolder);
                parent = parent.getParent()) {
            folders.add(parent);
        }
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    // Windows does not open folders as files, and writes their entries through by itself.
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) return;
        force(folder, StandardOpenOption.READ);
    }
}
