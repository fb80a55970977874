package io.pipewright.kernel.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The `python3` of pyenv is a shell script that looks for the real one, which takes longer than Python's own start.
/// This looks itself.
final class PyenvShim {

    private PyenvShim() {}

    /// The program that a shim would start for this project; empty if the program is no shim, or its target is not clear.
    static Optional<Path> target(
            Path program, Path projectFolder, Map<String, String> environment) {
        Path shims = program.getParent();
        if (shims == null || !shims.endsWith("shims") || shims.getParent() == null) {
            return Optional.empty();
        }
        Path root = shims.getParent();
        return version(root, projectFolder, environment)
                .map(version -> root.resolve("versions").resolve(version))
                .map(folder -> folder.resolve("bin").resolve(program.getFileName()))
                .filter(Files::isExecutable);
    }

    private static Optional<String> version(
            Path root, Path projectFolder, Map<String, String> environment) {
        String chosen = environment.getOrDefault("PYENV_VERSION", "");
        if (!chosen.isBlank()) return Optional.of(chosen.strip());
        return Stream.concat(versionFiles(projectFolder), Stream.of(root.resolve("version")))
                .map(PyenvShim::firstWord)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Path> versionFiles(Path projectFolder) {
        return Stream.iterate(projectFolder, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(".python-version"));
    }

    private static Optional<String> firstWord(Path file) {
        if (!Files.isRegularFile(file)) return Optional.empty();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (IOException e) {
            // Then pyenv itself decides, more slowly.
            return Optional.empty();
        }
    }
}
