package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.LoggedErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockPrintsTest {

    private static final int TEN_LINES = 10 * (PrintCap.RECORD_OVERHEAD + 1);

    private final List<String> printed = new ArrayList<>();

    @Test
    void handsOnEverythingBelowTheCap() {
        print(new PrintCap(TEN_LINES, TEN_LINES), 10);

        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), printed);
    }

    @Test
    void leavesNothingOutWhileTheTailHasRoom() {
        print(new PrintCap(TEN_LINES / 2, TEN_LINES / 2), 10);

        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), printed);
    }

    @Test
    void saysHowMuchIsLeftOutBetweenHeadAndTail() {
        print(new PrintCap(TEN_LINES / 5, TEN_LINES / 5), 10);

        assertEquals(
                List.of(
                        "0",
                        "1",
                        "… truncated: 6 lines (6 bytes) left out here;"
                                + " a log keeps the first 514 bytes and the last 514 bytes of a block",
                        "8",
                        "9"),
                printed);
    }

    @Test
    void showsALineAsATerminalDoes() {
        var prints = new BlockPrints(printed::add, PrintCap.DEFAULT);
        add(prints, "10 %\r20 %\rdone\r");

        assertEquals(List.of("done"), printed);
    }

    @Test
    void hearsNothingAfterItsEnd() {
        var prints = new BlockPrints(printed::add, PrintCap.DEFAULT);
        prints.close();
        add(prints, "late");

        assertEquals(List.of(), printed);
    }

    @Test
    void survivesAListenerThatBreaks() {
        var prints =
                new BlockPrints(
                        line -> {
                            if (line.equals("1"))
                                throw new IllegalStateException("broken listener");
                            printed.add(line);
                        },
                        PrintCap.DEFAULT);
        try (var errors = LoggedErrors.of(BlockPrints.class)) {
            for (String line : List.of("0", "1", "2")) add(prints, line);

            assertEquals(List.of("A printed line could not be handed on"), errors.messages());
        }
        assertEquals(List.of("0", "2"), printed);
    }

    private void print(PrintCap cap, int lines) {
        try (var prints = new BlockPrints(printed::add, cap)) {
            for (int line = 0; line < lines; line++) add(prints, Integer.toString(line));
        }
    }

    private static void add(BlockPrints prints, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        prints.add(bytes, 0, bytes.length);
    }
}
