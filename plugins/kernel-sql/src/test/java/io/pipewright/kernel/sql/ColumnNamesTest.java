package io.pipewright.kernel.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Upper Case, upper_case",
        "name, _name",
        "SELECT, _select",
        "price ($), price___",
        "2024, letter_2024",
        "größe, größe",
        "a.b, a_b",
        "'\"quoted\"', quoted",
        "_already, _already",
    })
    void cleansAName(String name, String clean) {
        assertEquals(clean, ColumnNames.clean(name));
    }

    @Test
    void numbersNamesThatBecomeEqual() {
        assertEquals(
                List.of("a_b", "a_b_1", "_", "a_b_2"),
                ColumnNames.cleanAll(List.of("a b", "A B", "\"", "a.b")));
    }
}
