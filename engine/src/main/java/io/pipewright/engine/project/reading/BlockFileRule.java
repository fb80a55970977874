package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.ProjectPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Which file holds a block: `configuration.file_path`, else `<type's folder>/<uuid>.<extension>` if it is there, else
/// `configuration.file_source.path`.
///
/// Mage itself ignores `file_source.path`, so the usual file wins where both exist.
final class BlockFileRule {

    private final ProjectPaths paths;

    BlockFileRule(ProjectPaths paths) {
        this.paths = paths;
    }

    /// @return where the file is or should be; empty if the type has none, or the path leads out of the project
    Optional<Path> file(BlockKind kind, String uuid, Map<String, Object> configuration) {
        if (configuration.get("file_path") instanceof String path && !path.isBlank()) {
            return paths.ofWritten(path.strip());
        }
        Optional<Path> usual = usual(kind, uuid);
        if (usual.isPresent() && Files.exists(usual.get())) return usual;
        return source(configuration).or(() -> usual);
    }

    private Optional<Path> usual(BlockKind kind, String uuid) {
        String folder = kind.type().folder();
        String extension = kind.language().extension();
        if (folder.isEmpty() || extension.isEmpty()) return Optional.empty();
        return paths.ofName(folder, uuid, extension);
    }

    private Optional<Path> source(Map<String, Object> configuration) {
        if (!(configuration.get("file_source") instanceof Map<?, ?> source))
            return Optional.empty();
        if (!(source.get("path") instanceof String path) || path.isBlank()) return Optional.empty();
        return paths.ofWritten(path.strip()).filter(Files::exists);
    }
}
