package io.pipewright.engine.project.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.project.editing.PipelineFile.Applied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineUndoTest {

    @TempDir Path folder;

    @ParameterizedTest(name = "layout {0}")
    @MethodSource("layouts")
    void takesBackAnySequenceOfEditsCharacterForCharacter(int layout) throws IOException {
        String text = PipelineTexts.all().get(layout);
        int made = 0;
        for (int seed = 0; seed < 8; seed++) made += editAndUndo(text, seed);

        assertTrue(made > 50, "only " + made + " edits could be made");
    }

    static IntStream layouts() {
        return IntStream.range(0, PipelineTexts.all().size());
    }

    private int editAndUndo(String text, long seed) throws IOException {
        Path path = Files.writeString(folder.resolve("metadata.yaml"), text);
        PipelineFile file = PipelineFile.load(path);
        var edits = new RandomEdits(seed);
        Deque<PipelineEdit> undo = new ArrayDeque<>();
        for (int i = 0; i < 30; i++) {
            String before = file.text();
            PipelineEdit edit = edits.next();
            try {
                Applied applied = file.apply(edit);
                assertTakesBack(applied, before);
                file = applied.file();
                undo.push(applied.inverse());
            } catch (EditRefusedException e) {
                assertExpected(e, edit, before);
            }
        }
        int made = undo.size();
        while (!undo.isEmpty()) file = file.apply(undo.pop()).file();
        assertEquals(text, file.text());
        return made;
    }

    private static void assertTakesBack(Applied applied, String before) {
        Applied undone = applied.file().apply(applied.inverse());
        assertEquals(before, undone.file().text());
        assertEquals(applied.file().text(), undone.file().apply(undone.inverse()).file().text());
    }

    /// Only edits without sense may be refused, none for the way the file is written.
    private static void assertExpected(EditRefusedException e, PipelineEdit edit, String before) {
        List<String> expected =
                List.of(
                        "The pipeline has no block",
                        "The pipeline already has",
                        "That would be a cycle",
                        "gives no data",
                        "uses the file of");
        assertTrue(
                expected.stream().anyMatch(String.valueOf(e.getMessage())::contains),
                () -> edit + "\n" + e.getMessage() + "\n" + before);
    }
}
