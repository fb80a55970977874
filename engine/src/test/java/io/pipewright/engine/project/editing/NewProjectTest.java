package io.pipewright.engine.project.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.Runnability;
import io.pipewright.engine.project.reading.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectTest {

    @TempDir Path temporary;

    @Test
    void makesAProjectThatOpensWithoutAProblemAndCanRun() {
        Path folder = NewProject.create(temporary.resolve("deep/demo"));

        Project project = new ProjectReader(HostEnvironment.current()).read(folder);
        Pipeline pipeline = project.pipelines().getFirst();
        var runnability = new Runnability(folder, _ -> Optional.empty());

        assertEquals(List.of(), project.problems());
        assertEquals(List.of(), pipeline.details().warnings());
        assertTrue(project.settings().projectUuid().orElse("").matches("[0-9a-f]{32}"));
        assertEquals("90d", project.settings().raw().get("variables_retention_period"));
        assertTrue(
                pipeline.blocks().stream()
                        .allMatch(block -> runnability.of(pipeline, block).why().isEmpty()));
    }

    @Test
    void laysOutTheFoldersOfTheFormat() throws IOException {
        Path folder = NewProject.create(temporary.resolve("demo"));

        try (Stream<Path> children = Files.list(folder)) {
            assertEquals(
                    List.of(
                            ".gitignore",
                            "__init__.py",
                            "charts",
                            "custom",
                            "data",
                            "data_exporters",
                            "data_loaders",
                            "dbt",
                            "extensions",
                            "interactions",
                            "io_config.yaml",
                            "metadata.yaml",
                            "pipelines",
                            "requirements.txt",
                            "scratchpads",
                            "transformers",
                            "utils"),
                    children.map(child -> child.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void touchesNoFolderThatHoldsSomething() throws IOException {
        Path file =
                Files.writeString(
                        Files.createDirectory(temporary.resolve("taken")).resolve("mine.txt"),
                        "mine");
        Path taken = temporary.resolve("taken");

        var e = assertThrows(EditRefusedException.class, () -> NewProject.create(taken));

        assertEquals(
                "\""
                        + taken
                        + "\" is not empty. Name a new or an empty folder; nothing was changed.",
                e.getMessage());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void saysThatAProjectIsThereAlready() {
        Path folder = NewProject.create(temporary.resolve("demo"));

        var e = assertThrows(EditRefusedException.class, () -> NewProject.create(folder));

        assertEquals("\"" + folder + "\" is a project already.", e.getMessage());
    }
}
