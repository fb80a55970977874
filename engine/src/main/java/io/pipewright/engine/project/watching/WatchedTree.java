package io.pipewright.engine.project.watching;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;

/// The part of a project that its author writes: without outputs, logs, environments and version control.
final class WatchedTree {

    /// As deep as the project format goes.
    private static final int MAX_DEPTH = 30;

    private static final Set<String> IGNORED =
            Set.of(
                    ".variables",
                    ".logs",
                    ".cache",
                    ".pipewright",
                    ".file_versions",
                    ".ssh_tunnel",
                    ".git",
                    ".idea",
                    ".vscode",
                    "venv",
                    ".venv",
                    "env",
                    "__pycache__",
                    "node_modules");

    private WatchedTree() {}

    static boolean isIgnored(Path path) {
        Path name = path.getFileName();
        if (name == null) return false;
        String text = name.toString();
        // Editors and we ourselves write beside a file and rename.
        return IGNORED.contains(text) || (text.startsWith(".") && text.endsWith(".tmp"));
    }

    interface Visit {
        void on(Path path, BasicFileAttributes attributes) throws IOException;
    }

    /// Visits a folder and everything below it, links not followed; what vanishes meanwhile is passed over.
    static void walk(Path root, Visit folders, Visit files) throws IOException {
        Files.walkFileTree(
                root,
                EnumSet.noneOf(java.nio.file.FileVisitOption.class),
                MAX_DEPTH,
                visitor(root, folders, files));
    }

    private static FileVisitor<Path> visitor(Path root, Visit folders, Visit files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                    throws IOException {
                if (!folder.equals(root) && isIgnored(folder)) return FileVisitResult.SKIP_SUBTREE;
                folders.on(folder, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                if (!isIgnored(file)) files.on(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
