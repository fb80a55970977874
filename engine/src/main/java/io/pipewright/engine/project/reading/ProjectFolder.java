package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.ProjectProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells project folders from others.
final class ProjectFolder {

    private ProjectFolder() {}

    /// The folder, absolute, links resolved.
    ///
    /// @throws BrokenProjectException if it is no folder or holds neither `metadata.yaml` nor a pipeline
    static Path find(Path folder) {
        Path real = real(folder);
        if (isProject(real)) return real;
        throw broken(real, "is not a project: it has no metadata.yaml", hint(real));
    }

    /// A project of a multi-project workspace may have no settings of its own.
    private static boolean isProject(Path folder) {
        return Files.exists(folder.resolve("metadata.yaml"))
                || anyChild(folder.resolve("pipelines"), ProjectFolder::isPipeline).isPresent();
    }

    private static boolean isPipeline(Path folder) {
        return Files.exists(folder.resolve("metadata.yaml"));
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
        return anyChild(folder, ProjectFolder::isProject)
                .map(found -> "Did you mean " + found + "?")
                .orElse("\"pipewright init\" makes a new project.");
    }

    private static Optional<Path> anyChild(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(wanted).sorted().findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static BrokenProjectException broken(Path folder, String what, String hint) {
        return new BrokenProjectException(
                new ProjectProblem(folder, 0, "\"" + folder + "\" " + what, hint));
    }
}
