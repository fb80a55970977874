package io.pipewright.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A project made for a measurement, with its outputs inside it; gone afterwards.
final class TemporaryProject implements AutoCloseable {

    private final Path folder;
    private final StringBuilder blocks = new StringBuilder("blocks:\n");

    private TemporaryProject(Path folder) {
        this.folder = folder;
    }

    static TemporaryProject create(String name) throws IOException {
        Path folder = Files.createTempDirectory("pipewright-" + name).toRealPath();
        Files.writeString(
                folder.resolve("metadata.yaml"), "project_type: standalone\nvariables_dir: ./\n");
        return new TemporaryProject(folder);
    }

    Path folder() {
        return folder;
    }

    /// Adds a block.
    ///
    /// @param configuration lines of YAML, indented by four spaces; may be empty
    TemporaryProject block(
            String uuid,
            Language language,
            List<String> upstream,
            String source,
            String configuration)
            throws IOException {
        Path file = folder.resolve("transformers").resolve(uuid + "." + language.extension);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        blocks.append("- uuid: ").append(uuid).append('\n');
        blocks.append("  name: ").append(uuid).append('\n');
        blocks.append("  type: transformer\n");
        blocks.append("  language: ").append(language.word).append('\n');
        blocks.append("  upstream_blocks: ").append(upstream).append('\n');
        if (!configuration.isEmpty()) blocks.append("  configuration:\n").append(configuration);
        return this;
    }

    /// Writes the pipeline that has the blocks added so far.
    TemporaryProject pipeline(String uuid) throws IOException {
        Path file = folder.resolve("pipelines").resolve(uuid).resolve("metadata.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, blocks + "name: " + uuid + "\nuuid: " + uuid + "\ntype: python\n");
        return this;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// The languages that measurements use.
    enum Language {
        PYTHON("python", "py"),
        SQL("sql", "sql");

        private final String word;
        private final String extension;

        Language(String word, String extension) {
            this.word = word;
            this.extension = extension;
        }
    }
}
