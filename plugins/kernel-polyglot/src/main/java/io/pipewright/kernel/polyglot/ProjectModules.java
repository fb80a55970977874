package io.pipewright.kernel.polyglot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/// What `import` can reach: our own modules by name, and the files of the project with a script's ending.
final class ProjectModules implements FileSystem {

    private static final Path OWN = Path.of("/pipewright-modules").toAbsolutePath();
    private static final String API = "pipewright";
    static final Path RUNNER = OWN.resolve("runner.js");

    private static final Set<String> ENDINGS = Set.of("js", "mjs", "json");

    private volatile Path project = OWN;

    void open(Path folder) {
        project = real(folder);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }

    /// The text of one of our own modules.
    String own(Path path) {
        String name = path.getFileName().toString();
        try (InputStream stream =
                Objects.requireNonNull(ProjectModules.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the module \"" + name + "\" is missing from the jar", e);
        }
    }

    private static boolean isOwn(Path path) {
        return path.startsWith(OWN);
    }

    private Path checked(Path path) throws IOException {
        Path real = real(path);
        String name = real.getFileName().toString();
        boolean script = ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
        if (!real.startsWith(project) || !script)
            throw new AccessDeniedException(
                    path.toString(), null, "a block can import scripts of its project only");
        return real;
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri);
    }

    @Override
    public Path parsePath(String path) {
        return path.equals(API) ? OWN.resolve(API + ".js") : Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        if (!isOwn(path)) path.getFileSystem().provider().checkAccess(checked(path));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (isOwn(path)) return new BytesChannel(own(path).getBytes(StandardCharsets.UTF_8));
        return Files.newByteChannel(checked(path));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.toAbsolutePath();
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return isOwn(path) ? path : path.toRealPath(options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return Files.readAttributes(checked(path), attributes, options);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        throw new AccessDeniedException(directory.toString());
    }

    @Override
    public void delete(Path path) throws IOException {
        throw new AccessDeniedException(path.toString());
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
        throw new AccessDeniedException(directory.toString());
    }
}
