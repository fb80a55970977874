package io.pipewright.engine.project;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Folders that runs fill. They may lie inside a project (`variables_dir: ./`), so each tells git to leave it alone.
public final class GeneratedFolder {

    private static final Set<String> ROOTS = Set.of(".variables", ".logs");

    private GeneratedFolder() {}

    /// Makes `folder` with its parents if it is not there, and closes the `.variables` or `.logs` folder it lies in to git.
    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<Path> root = root(folder);
        if (root.isPresent()) closeToGit(root.get());
    }

    /// Gives the folder a `.gitignore` that names everything in it; one that is there already stays as it is.
    public static void closeToGit(Path folder) throws IOException {
        Path ignore = folder.resolve(".gitignore");
        if (Files.exists(ignore)) return;
        try {
            Files.writeString(ignore, "*\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            // Another block of the run was faster.
            return;
        }
    }

    private static Optional<Path> root(Path folder) {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (ROOTS.contains(String.valueOf(path.getFileName()))) return Optional.of(path);
        }
        return Optional.empty();
    }
}
