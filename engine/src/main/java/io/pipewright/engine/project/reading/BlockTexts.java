package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.ProjectPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The source texts of a project's blocks. Thread: any; reads a file.
public final class BlockTexts {

    private final ProjectPaths paths;

    /// @param project absolute, links resolved
    public BlockTexts(Path project) {
        this.paths = new ProjectPaths(project);
    }

    /// The text that would run now; empty if the block has no file or the file is missing.
    public Optional<String> text(Block block) {
        if (block.source().inline().isPresent()) return block.source().inline();
        // Asked again: a link may have been put there since the project was read.
        return block.source()
                .file()
                .flatMap(paths::inside)
                .filter(Files::isRegularFile)
                .flatMap(BlockTexts::read);
    }

    private static Optional<String> read(Path file) {
        try {
            // Bytes that are no UTF-8 are shown as such; the language says what it thinks of them.
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read block file " + file, e);
        }
    }
}
