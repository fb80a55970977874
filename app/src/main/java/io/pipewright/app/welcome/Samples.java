package io.pipewright.app.welcome;

import io.pipewright.app.preferences.UserFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sample projects that come with the program, and the user's copies of them.
///
/// Thread: any; touches disk, so not the FX thread.
public final class Samples {

    private final Optional<Path> shipped;
    private final Path copies;

    /// @param shipped the folder with a folder per sample; empty when the program came without
    public Samples(Optional<Path> shipped, UserFolder folders) {
        this.shipped = shipped.filter(Files::isDirectory);
        this.copies = folders.documents().resolve("Pipewright");
    }

    /// The folder that the launcher names in the system property `pipewright.samples`.
    public static Optional<Path> shippedFolder() {
        String given = System.getProperty("pipewright.samples", "");
        try {
            return given.isBlank() ? Optional.empty() : Optional.of(Path.of(given));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    public List<Sample> list() {
        if (shipped.isEmpty()) return List.of();
        try (Stream<Path> folders = Files.list(shipped.get())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("metadata.yaml")))
                    .sorted()
                    .map(
                            folder ->
                                    new Sample(
                                            folder.getFileName().toString(),
                                            summary(folder),
                                            folder))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Where the user's copy of a sample is or will be. Not under the sample's own name: outputs lie in a folder named after the
    /// project's, and the sample itself may have been run from the command line.
    public Path copyOf(Sample sample) {
        return copies.resolve("my-" + sample.name());
    }

    /// Copies a sample to the user's documents, so that the one that came with the program stays as it is. A copy that is
    /// there already is taken as it is: the user's work is in it.
    ///
    /// @return the copy
    public Path open(Sample sample) {
        Path copy = copyOf(sample);
        if (Files.exists(copy.resolve("metadata.yaml"))) return copy;
        try (Stream<Path> files = Files.walk(sample.folder())) {
            for (Path file : files.toList())
                copy(file, copy.resolve(sample.folder().relativize(file).toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) Files.createDirectories(to);
        else if (!Files.exists(to)) Files.copy(from, to);
    }

    private static String summary(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("README.md"))) {
            String first =
                    lines.map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .findFirst()
                            .orElse("");
            int end = first.indexOf(". ");
            return end < 0 ? first : first.substring(0, end + 1);
        } catch (IOException | UncheckedIOException missing) {
            return "";
        }
    }
}
