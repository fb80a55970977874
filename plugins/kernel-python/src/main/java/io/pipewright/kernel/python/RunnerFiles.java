package io.pipewright.kernel.python;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The worker's Python files, which travel as resources.
final class RunnerFiles {

    private static final String FOLDER = "runner";

    /// Unpacks the files into a folder that is named after their content, if it is not there yet; that folder.
    Path unpackInto(Path runtimeFolder) throws IOException {
        SortedMap<String, byte[]> files = read();
        return AtomicFolder.in(
                runtimeFolder, "python-" + hash(files), folder -> write(files, folder));
    }

    private static void write(Map<String, byte[]> files, Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, file.getValue());
        }
    }

    /// Relative path with `/` to content, in the order of the paths.
    private static SortedMap<String, byte[]> read() throws IOException {
        URL folder =
                Objects.requireNonNull(
                        RunnerFiles.class.getResource(FOLDER), "the jar lacks its Python files");
        if (folder.openConnection() instanceof JarURLConnection jar) {
            // A file system of our own: the shared one of the URL may be open or closed by others.
            Path file = Path.of(URI.create(jar.getJarFileURL().toString()));
            try (FileSystem inside = FileSystems.newFileSystem(file)) {
                return readAll(inside.getPath("/" + jar.getEntryName()));
            }
        }
        return readAll(Path.of(URI.create(folder.toString())));
    }

    private static SortedMap<String, byte[]> readAll(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                if (file.toString().endsWith(".py")) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (name, content) -> {
                        digest.update(
                                (name + "\n" + content.length + "\n")
                                        .getBytes(StandardCharsets.UTF_8));
                        digest.update(content);
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
