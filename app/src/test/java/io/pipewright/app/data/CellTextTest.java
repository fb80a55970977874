package io.pipewright.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void showsEveryKindOfCellOnOneLine() {
        List<String> shown =
                Arrays.asList(
                                null,
                                42L,
                                0.1 + 0.2,
                                5.0,
                                1e-9,
                                true,
                                "two\nlines",
                                List.of(1, 2),
                                Map.of("a", 1))
                        .stream()
                        .map(CellText::of)
                        .toList();

        assertEquals(
                List.of(
                        "",
                        "42",
                        "0.3",
                        "5.0",
                        "1.000e-09",
                        "true",
                        "two↵lines",
                        "[1, 2]",
                        "{a: 1}"),
                shown);
    }

    @Test
    void alignsTheNumbersOfDuckDbToTheRight() {
        assertEquals(
                List.of(true, true, true, false, false),
                List.of("BIGINT", "DOUBLE", "DECIMAL(18,3)", "VARCHAR", "DATE").stream()
                        .map(CellText::isNumber)
                        .toList());
    }
}
