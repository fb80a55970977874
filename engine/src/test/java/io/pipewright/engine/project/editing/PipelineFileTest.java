package io.pipewright.engine.project.editing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.editing.PipelineEdit.Connect;
import io.pipewright.engine.project.editing.PipelineEdit.RemoveBlock;
import io.pipewright.engine.project.editing.PipelineEdit.RenameBlock;
import io.pipewright.engine.project.editing.PipelineEdit.SetDescription;
import io.pipewright.engine.project.editing.PipelineEdit.SetName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineFileTest {

    @TempDir Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void layOut() {
        path = folder.resolve("metadata.yaml");
    }

    @ParameterizedTest(name = "layout {0}")
    @MethodSource("layouts")
    void savesEveryLayoutByteByByteAsItWas(int layout) throws IOException {
        byte[] bytes = PipelineTexts.all().get(layout).getBytes(StandardCharsets.UTF_8);
        Files.write(path, bytes);
        Files.setLastModifiedTime(path, FileTime.fromMillis(0));

        PipelineFile.load(path).save();

        assertArrayEquals(bytes, Files.readAllBytes(path));
        assertEquals(FileTime.fromMillis(0), Files.getLastModifiedTime(path));
    }

    static IntStream layouts() {
        return IntStream.range(0, PipelineTexts.all().size());
    }

    @Test
    void writesBothSidesOfAnEdgeAndNothingElse() throws IOException {
        PipelineFile file =
                file(PipelineTexts.MAGE).apply(new Connect(id("clean"), id("save"))).file();

        String[] halves = PipelineTexts.MAGE.split("name: clean", 2);
        String expected =
                halves[0].replace(
                                "limit: 10\n  downstream_blocks: []",
                                "limit: 10\n  downstream_blocks:\n  - save")
                        + "name: clean"
                        + halves[1].replace(
                                "upstream_blocks: []\n  uuid: save",
                                "upstream_blocks:\n  - clean\n  uuid: save");
        assertEquals(expected, file.text());
    }

    @Test
    void keepsCommentsOfOthersWhenABlockGoes() throws IOException {
        PipelineFile file =
                file(PipelineTexts.COMMENTED).apply(new RemoveBlock(id("clean"))).file();

        String expected =
                PipelineTexts.COMMENTED
                        .replaceFirst(
                                "(?s)    -\n      uuid: clean.*?(\n\n.*?)upstream_blocks: \\[load]\n",
                                "")
                        .replaceFirst(
                                "downstream_blocks:\n(.*# only this one\n).*- clean\n",
                                "downstream_blocks: []\n$1")
                        .replace("upstream_blocks: [clean], down", "upstream_blocks: [], down");
        assertEquals(expected, file.text());
    }

    @Test
    void renamesABlockEverywhereInTheFile() throws IOException {
        PipelineFile file =
                file(PipelineTexts.MAGE).apply(new RenameBlock(id("clean"), id("tidy"))).file();

        assertEquals(PipelineTexts.MAGE.replaceAll("\\bclean\\b", "tidy"), file.text());
    }

    @Test
    void refusesACycleAndNamesIt() throws IOException {
        PipelineFile file = file(PipelineTexts.MAGE);

        var e =
                assertThrows(
                        EditRefusedException.class,
                        () -> file.apply(new Connect(id("clean"), id("load"))));

        assertEquals("That would be a cycle: load -> clean -> load.", e.getMessage());
    }

    @Test
    void savesWhatWasEdited() throws IOException {
        PipelineFile saved = file("name: a # why\n").apply(new SetName("b")).file().save();

        assertEquals("name: b # why\n", Files.readString(path));
        assertFalse(saved.isChanged());
        assertEquals("name: c # why\n", saved.apply(new SetName("c")).file().save().text());
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseWrote() throws IOException {
        PipelineFile edited = file("name: a\n").apply(new SetName("b")).file();
        Files.writeString(path, "name: x\n");

        assertThrows(EditRefusedException.class, edited::save);

        assertEquals("name: x\n", Files.readString(path));
    }

    @Test
    void doesNotBringBackAFileThatWasDeleted() throws IOException {
        PipelineFile edited = file("name: a\n").apply(new SetName("b")).file();
        Files.delete(path);

        assertThrows(EditRefusedException.class, edited::save);

        assertFalse(Files.exists(path));
    }

    @Test
    void undoesNothingInAFileThatChangedMeanwhile() throws IOException {
        PipelineEdit undo = file("name: a\n").apply(new SetName("bbb")).inverse();
        PipelineFile other = file("x: y\n");

        assertThrows(EditRefusedException.class, () -> other.apply(undo));
    }

    @Test
    void changesNothingForAnEditThatSaysWhatIsThere() throws IOException {
        PipelineFile file = file(PipelineTexts.MAGE);

        assertFalse(file.apply(new Connect(id("load"), id("clean"))).file().isChanged());
        assertFalse(file.apply(new SetDescription(Optional.empty())).file().isChanged());
    }

    @Test
    void namesTheLineOfABrokenFile() throws IOException {
        Files.writeString(path, "a: 1\nb: [\n");

        var e = assertThrows(BrokenProjectException.class, () -> PipelineFile.load(path));

        assertEquals(3, e.problem().line());
    }

    private PipelineFile file(String text) throws IOException {
        return PipelineFile.load(Files.writeString(path, text));
    }

    private static BlockId id(String name) {
        return new BlockId(name);
    }
}
