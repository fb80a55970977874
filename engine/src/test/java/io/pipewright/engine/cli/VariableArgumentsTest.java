package io.pipewright.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableArgumentsTest {

    @Test
    void aValueThatIsJsonHasThatType() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("whole", "3");
        given.put("large", "123456789012345678901234567890");
        given.put("real", "0.5");
        given.put("yes", "true");
        given.put("list", "[1, \"two\"]");
        given.put("map", "{\"a\": 1}");
        given.put("quoted", "\"3\"");

        assertEquals(
                Map.of(
                        "whole",
                        3,
                        "large",
                        new BigInteger("123456789012345678901234567890"),
                        "real",
                        0.5,
                        "yes",
                        true,
                        "list",
                        List.of(1, "two"),
                        "map",
                        Map.of("a", 1),
                        "quoted",
                        "3"),
                VariableArguments.merge("", given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-01-05",
                "007",
                "null",
                "NaN",
                "True",
                "a=b",
                "1 2",
                "[1",
                "größer"
            })
    void anythingElseIsText(String text) {
        assertEquals(Map.of("name", text), VariableArguments.merge("", Map.of("name", text)));
    }

    @Test
    void aSingleVariableWinsOverTheJson() {
        assertEquals(
                Map.of("a", 2, "b", "x"),
                VariableArguments.merge("{\"a\": 1, \"b\": \"x\"}", Map.of("a", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "3", "day=1", "{\"a\": 1} {}", "{"})
    void whatIsNoJsonObjectIsRefused(String text) {
        var refused =
                assertThrows(UsageException.class, () -> VariableArguments.merge(text, Map.of()));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(
                                "--runtime-vars wants a JSON object like {\"day\": \"2024-01-05\"}, but got \""
                                        + text
                                        + "\""),
                refused.getMessage());
    }

    @Test
    void aVariableWithoutANameIsRefused() {
        var refused =
                assertThrows(
                        UsageException.class, () -> VariableArguments.merge("", Map.of("", "3")));

        assertEquals("--var wants NAME=VALUE, but got \"=3\"", refused.getMessage());
    }
}
