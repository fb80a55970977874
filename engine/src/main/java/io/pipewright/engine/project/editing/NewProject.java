package io.pipewright.engine.project.editing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes a new project folder: settings, the folders that blocks go to, and an example pipeline that runs offline.
public final class NewProject {

    private static final List<String> PACKAGES =
            List.of(
                    "",
                    "charts",
                    "custom",
                    "data_exporters",
                    "data_loaders",
                    "extensions",
                    "interactions",
                    "pipelines",
                    "pipelines/example_pipeline",
                    "scratchpads",
                    "transformers",
                    "utils");

    private static final List<String> FILES =
            List.of(
                    "io_config.yaml",
                    "requirements.txt",
                    "data/harvest.csv",
                    "data_loaders/load_harvest.py",
                    "transformers/fill_in_missing_weights.py",
                    "data_exporters/export_harvest_by_orchard.py",
                    "dbt/profiles.yml",
                    "pipelines/example_pipeline/metadata.yaml");

    private NewProject() {}

    /// @param folder does not exist or is empty
    /// @return the project, absolute, links resolved
    /// @throws EditRefusedException if something is there already; nothing is touched
    /// @throws UncheckedIOException if it cannot be written
    public static Path create(Path folder) {
        refuseTakenFolder(folder);
        try {
            for (String path : PACKAGES)
                write(folder, path.isEmpty() ? "__init__.py" : path + "/__init__.py", "");
            for (String path : FILES) write(folder, path, text(path));
            write(folder, ".gitignore", text("gitignore"));
            String uuid = UUID.randomUUID().toString().replace("-", "");
            // Last: what makes the folder a project.
            write(folder, "metadata.yaml", text("metadata.yaml").replace("PROJECT_UUID", uuid));
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a project in " + folder, e);
        }
    }

    private static void refuseTakenFolder(Path folder) {
        if (Files.exists(folder.resolve("metadata.yaml"))) {
            throw new EditRefusedException("\"" + folder + "\" is a project already.");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new EditRefusedException(
                    "\""
                            + folder
                            + "\" is not empty. Name a new or an empty folder; nothing was changed.");
        }
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static String text(String path) throws IOException {
        try (InputStream in = NewProject.class.getResourceAsStream("new-project/" + path)) {
            if (in == null) throw new FileNotFoundException("new-project/" + path);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
