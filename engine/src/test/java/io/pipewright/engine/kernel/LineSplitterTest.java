package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static final String MARK = "\u001eabc:7\u001e\n";

    private final List<String> found = new ArrayList<>();
    private final LineSplitter splitter =
            new LineSplitter(
                    "abc",
                    new LineSplitter.Sink() {
                        @Override
                        public void line(byte[] bytes, int from, int length) {
                            found.add(new String(bytes, from, length, StandardCharsets.UTF_8));
                        }

                        @Override
                        public void ended(long id) {
                            found.add("end of " + id);
                        }
                    });

    @Test
    void findsLinesAndTheMark() {
        accept("one\n\ntwo\n" + MARK + "later\n");

        assertEquals(List.of("one", "", "two", "end of 7", "later"), found);
    }

    @Test
    void findsTheMarkBehindAnUnfinishedLine() {
        accept("half" + MARK);

        assertEquals(List.of("half", "end of 7"), found);
    }

    @Test
    void findsTheSameHoweverTheBytesArrive() {
        String text = "ä1\n" + "long ".repeat(400) + MARK + "z\n\u001e\n\u001eabc:\u001e\n";
        accept(text);
        var atOnce = List.copyOf(found);
        var random = new Random(1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 50; round++) {
            found.clear();
            for (int from = 0; from < bytes.length; ) {
                int count = Math.min(bytes.length - from, 1 + random.nextInt(9));
                byte[] part = new byte[count];
                System.arraycopy(bytes, from, part, 0, count);
                splitter.accept(part, count);
                from += count;
            }
            assertEquals(atOnce, found);
        }
    }

    @Test
    void takesAnotherTokensMarkForText() {
        accept("\u001exyz:7\u001e\n");

        assertEquals(List.of("\u001exyz:7\u001e"), found);
    }

    @Test
    void handsOnALineWithoutEndInPiecesThatKeepCharactersWhole() {
        String line = "x" + "é".repeat(LineSplitter.LONGEST_LINE);
        accept(line + "\n");

        assertEquals(line, String.join("", found));
        assertEquals(2, found.size());
    }

    @Test
    void findsTheMarkBehindAPiece() {
        String line = "x".repeat(LineSplitter.LONGEST_LINE - 2);
        accept(line);
        accept("\u001ea");
        accept("bc:7\u001e\n");

        assertEquals(List.of(line, "end of 7"), found);
    }

    @Test
    void handsOnWhatIsLeftAtTheEnd() {
        accept("no line end");
        splitter.end();

        assertEquals(List.of("no line end"), found);
    }

    private void accept(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.accept(bytes, bytes.length);
    }
}
