package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.ProjectProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells project folders from others.
final class ProjectFolder {

    private ProjectFolder() {}

    /// The folder, absolute, links resolved.
    ///
    /// @throws BrokenProjectException if it is no folder or has no `metadata.yaml`
    static Path find(Path folder) {
        Path real = real(folder);
        if (Files.exists(real.resolve("metadata.yaml"))) return real;
        throw broken(real, "is not a project: it has no metadata.yaml", hint(real));
    }

    private static Path real(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) return real;
            throw broken(real, "is not a folder", "Name the folder that holds metadata.yaml.");
        } catch (IOException _) {
            throw broken(
                    folder.toAbsolutePath(),
                    "does not exist or may not be read",
                    "Check the path.");
        }
    }

    private static String hint(Path folder) {
        return nested(folder)
                .map(found -> "Did you mean " + found + "?")
                .orElse("\"pipewright init\" makes a new project.");
    }

    private static Optional<Path> nested(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> projects =
                    children.filter(child -> Files.exists(child.resolve("metadata.yaml")))
                            .sorted()
                            .toList();
            return projects.stream().findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static BrokenProjectException broken(Path folder, String what, String hint) {
        return new BrokenProjectException(
                new ProjectProblem(folder, 0, "\"" + folder + "\" " + what, hint));
    }
}
