package io.pipewright.engine.project.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.ProjectOnDisk;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.variable.FolderRemoval;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFilesTest {

    @TempDir Path temporary;
    private ProjectOnDisk disk = new ProjectOnDisk(Path.of(""));

    @BeforeEach
    void layOut() {
        disk = ProjectOnDisk.in(temporary).pipeline("a_good_one", "name: good\n");
    }

    @Test
    void namesFileAndLineOfThreeHundredDamagedFilesAndOpensTheOthers() throws IOException {
        var reader = new ProjectReader(disk.host());
        for (int seed = 0; seed < 300; seed++) {
            var damaged = new Mutations(seed).next(seed);
            disk.bytes("pipelines/damaged/metadata.yaml", damaged.bytes());

            Project project = reader.read(disk.folder());

            String how =
                    seed
                            + " "
                            + damaged.how()
                            + "\n"
                            + new String(damaged.bytes(), StandardCharsets.UTF_8);
            assertTrue(
                    project.pipelines().stream().anyMatch(p -> p.id().value().equals("a_good_one")),
                    how);
            assertEquals(2, project.pipelines().size() + project.broken().size(), how);
            assertTrue(!damaged.mustBreak() || project.broken().size() == 1, how);
            for (BrokenPipeline broken : project.broken()) assertNamesTheLine(broken, damaged, how);
            assertArrayEquals(damaged.bytes(), Files.readAllBytes(file("damaged")), how);
        }
    }

    private void assertNamesTheLine(BrokenPipeline broken, Mutations.Damaged damaged, String how) {
        long lines = new String(damaged.bytes(), StandardCharsets.UTF_8).lines().count() + 1;
        assertFalse(broken.problems().isEmpty(), how);
        for (ProjectProblem problem : broken.problems()) {
            assertEquals(file("damaged"), problem.file(), how);
            assertTrue(problem.line() >= 1 && problem.line() <= lines, () -> problem + "\n" + how);
            assertFalse(problem.message().isBlank(), how);
        }
    }

    @Test
    void doesNotLoadAHugeFile() throws IOException {
        disk.pipeline("huge", "name: huge\n");
        try (var file = new RandomAccessFile(file("huge").toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }

        assertEquals(
                List.of(
                        new ProjectProblem(
                                file("huge"),
                                0,
                                "the file is larger than 3 MB",
                                "Move data out of it: project files hold settings only.")),
                disk.read().broken().getFirst().problems());
    }

    @Test
    void saysOfAFolderInTheFilesPlaceThatItIsNone() throws IOException {
        Files.createDirectories(file("odd"));

        assertEquals(
                "this is not a regular file",
                disk.read().broken().getFirst().problems().getFirst().message());
    }

    @Test
    void saysThatTheFolderOfThePipelinesIsNone() throws IOException {
        Path pipelines = disk.folder().resolve("pipelines");
        FolderRemoval.remove(pipelines);
        disk.file("pipelines", "a file\n");

        Project project = disk.read();

        assertEquals(
                List.of(
                        new ProjectProblem(
                                pipelines,
                                0,
                                "this is not a folder",
                                "Pipelines are folders in it.")),
                project.problems());
        assertTrue(project.isBroken());
    }

    @Test
    void saysThatALinkToPipelinesLeadsNowhere() throws IOException {
        Path pipelines = disk.folder().resolve("pipelines");
        FolderRemoval.remove(pipelines);
        Files.createSymbolicLink(pipelines, disk.folder().resolve("gone"));

        assertEquals(pipelines, disk.read().closedPipelines().orElseThrow().file());
    }

    @Test
    void leavesFilesBesideThePipelinesAlone() {
        disk.file("pipelines/readme.md", "What these are.\n");

        assertFalse(disk.read().isBroken());
    }

    @Test
    void saysWhereTheConflictBegins() {
        disk.pipeline(
                "torn",
                "name: x\n<<<<<<< HEAD\ntype: python\n=======\ntype: streaming\n>>>>>>> other\n");

        assertEquals(
                List.of(
                        new ProjectProblem(
                                file("torn"),
                                2,
                                "this line is the mark of a merge conflict: \"<<<<<<< HEAD\"",
                                "Decide which side to keep, then delete the marks.")),
                disk.read().broken().getFirst().problems());
    }

    private Path file(String pipeline) {
        return disk.folder().resolve("pipelines").resolve(pipeline).resolve("metadata.yaml");
    }
}
