package io.pipewright.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
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
        return entries(folder).stream().anyMatch(known()::contains);
    }

    /// Durable before it returns.
    ///
    /// @throws UncheckedIOException if the folder is gone or the file cannot be written
    public synchronized void trust(Path folder) {
        List<String> names = entries(folder);
        if (names.isEmpty()) throw failed(folder, new NoSuchFileException(folder.toString()));
        SequencedSet<String> known = known();
        if (known.add(names.getLast())) save(folder, known);
    }

    public synchronized void forget(Path folder) {
        SequencedSet<String> known = known();
        String ending = "\t" + folder.toAbsolutePath().normalize();
        boolean isKnown = known.removeIf(entry -> entry.endsWith(ending));
        isKnown |= known.removeAll(entries(folder));
        if (isKnown) save(folder, known);
    }

    private SequencedSet<String> known() {
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

    /// What may stand for a folder in the file, the most exact last.
    private static List<String> entries(Path folder) {
        try {
            Path real = folder.toRealPath();
            // A line end in a folder's name would make two entries of one.
            if (real.toString().contains("\n") || real.toString().contains("\r")) return List.of();
            return identities(real).stream().map(identity -> identity + "\t" + real).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Device and inode where the system has them, and with the time of creation: numbers of deleted folders are used again.
    private static List<String> identities(Path real) throws IOException {
        var attributes = Files.readAttributes(real, BasicFileAttributes.class);
        String key = String.valueOf(attributes.fileKey());
        // A file system that keeps no time of creation gives that of the last change, which does
        // not last.
        boolean keepsCreation = !attributes.creationTime().equals(attributes.lastModifiedTime());
        return keepsCreation ? List.of(key, key + " " + attributes.creationTime()) : List.of(key);
    }
}
