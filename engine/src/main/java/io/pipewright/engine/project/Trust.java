package io.pipewright.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which folders the user lets us execute. Kept in one private file of the user, one line each: the folder's identity, a tab, its path.
///
/// A folder is known by its real path *and* its identity on the disk, so one that was moved or replaced is asked about again. A file that
/// cannot be read counts as empty: the user is asked again. Thread: any; other processes may write it too, the last one wins.
public final class Trust {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final Path file;

    /// @param config the user's config folder; made when something is trusted
    public Trust(Path config) {
        this.file = config.resolve("trusted-folders");
    }

    public boolean isTrusted(Path folder) {
        return entry(folder).map(entry -> entries().contains(entry)).orElse(false);
    }

    /// Durable before it returns.
    ///
    /// @throws UncheckedIOException if the folder is gone or the file cannot be written
    public synchronized void trust(Path folder) {
        String entry =
                entry(folder)
                        .orElseThrow(
                                () -> failed(folder, new NoSuchFileException(folder.toString())));
        SequencedSet<String> entries = entries();
        if (entries.add(entry)) save(folder, entries);
    }

    public synchronized void forget(Path folder) {
        SequencedSet<String> entries = entries();
        String ending = "\t" + folder.toAbsolutePath().normalize();
        boolean isKnown = entries.removeIf(line -> line.endsWith(ending));
        Optional<String> entry = entry(folder);
        if (entry.isPresent()) isKnown |= entries.remove(entry.get());
        if (isKnown) save(folder, entries);
    }

    private SequencedSet<String> entries() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            SequencedSet<String> entries = new LinkedHashSet<>();
            text.lines().filter(line -> line.contains("\t")).forEach(entries::add);
            return entries;
        } catch (NoSuchFileException _) {
            return new LinkedHashSet<>();
        } catch (IOException e) {
            LOG.warn("Could not read {}; every project will ask for trust again", file, e);
            return new LinkedHashSet<>();
        }
    }

    private void save(Path folder, SequencedSet<String> entries) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String text = String.join("\n", entries) + "\n";
            SafeFile.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private UncheckedIOException failed(Path folder, IOException cause) {
        return new UncheckedIOException(
                "Cannot note in " + file + " whether \"" + folder + "\" is trusted", cause);
    }

    private static Optional<String> entry(Path folder) {
        try {
            Path real = folder.toRealPath();
            // A line end in a folder's name would make two entries of one.
            if (real.toString().contains("\n") || real.toString().contains("\r"))
                return Optional.empty();
            return Optional.of(identity(real) + "\t" + real);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Device and inode where the system has them, and the time of creation: numbers of deleted folders are used again.
    private static String identity(Path real) throws IOException {
        var attributes = Files.readAttributes(real, BasicFileAttributes.class);
        String key = String.valueOf(attributes.fileKey());
        // A file system that keeps no time of creation gives the last change instead, which is no
        // identity.
        boolean keepsCreation = !attributes.creationTime().equals(attributes.lastModifiedTime());
        return keepsCreation ? key + " " + attributes.creationTime() : key;
    }
}
