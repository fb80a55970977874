package io.pipewright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A sample project in a test's folder, with its outputs inside it.
final class SampleCopy {

    static final Path SAMPLES = Path.of("..", "sample-projects");

    private SampleCopy() {}

    static void make(String sample, Path to) throws IOException {
        copy(SAMPLES.resolve(sample), to);
        Files.writeString(to.resolve("metadata.yaml"), "variables_dir: ./\n");
    }

    /// All files but what the sample itself writes.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(from.resolve("output"))) continue;
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
