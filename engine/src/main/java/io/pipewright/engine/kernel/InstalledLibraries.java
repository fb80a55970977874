package io.pipewright.engine.kernel;

import io.pipewright.plugin.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The jars of this installation: a folder with jars and one `<role>.classpath` file per role, a jar's file name on each line.
///
/// Without an installation (a build, a test) every role has the whole class path of this process.
public final class InstalledLibraries implements Libraries {

    private final Optional<Path> folder;

    private InstalledLibraries(Optional<Path> folder) {
        this.folder = folder;
    }

    /// As the system property `pipewright.lib` says.
    public static InstalledLibraries ofThisProcess() {
        return new InstalledLibraries(
                Optional.ofNullable(System.getProperty("pipewright.lib")).map(Path::of));
    }

    public static InstalledLibraries in(Path folder) {
        return new InstalledLibraries(Optional.of(folder));
    }

    @Override
    public List<Path> classPath(String role) {
        if (folder.isEmpty()) return ownClassPath();
        Path list = folder.get().resolve(role + ".classpath");
        try (Stream<String> names = Files.lines(list)) {
            return names.map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(folder.get()::resolve)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read \""
                            + list
                            + "\", which lists the jars of a worker; install Pipewright again",
                    e);
        }
    }

    @Override
    public Optional<Path> jar(String artifact) {
        return jars().stream()
                .filter(jar -> isJarOf(artifact, jar.getFileName().toString()))
                .findFirst();
    }

    // A dash and a digit: `duckdb` must not find `duckdb_jdbc-2.jar`, nor `kernel` find
    // `kernel-sql-1.jar`.
    private static boolean isJarOf(String artifact, String name) {
        return name.startsWith(artifact + "-")
                && name.endsWith(".jar")
                && Character.isDigit(name.charAt(artifact.length() + 1));
    }

    private List<Path> jars() {
        if (folder.isEmpty()) return ownClassPath();
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list \"" + folder.get() + "\"; install Pipewright again", e);
        }
    }

    private static List<Path> ownClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    @Override
    public Path java() {
        String program = OperatingSystem.isWindows() ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", program);
    }
}
