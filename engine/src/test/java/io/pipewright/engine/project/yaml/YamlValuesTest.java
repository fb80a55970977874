package io.pipewright.engine.project.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YamlValuesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("scalars")
    void takesScalarsAsMageDoes(String text, Object value) {
        assertEquals(value, valueOf(text));
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of("yes", true),
                Arguments.of("Off", false),
                Arguments.of("y", "y"),
                Arguments.of("012", 10),
                Arguments.of("0o12", "0o12"),
                Arguments.of("0x1F", 31),
                Arguments.of("1_000", 1000),
                Arguments.of("1:30", 90),
                Arguments.of("08", "08"),
                Arguments.of("12345678901", 12345678901L),
                Arguments.of("123456789012345678901", new BigInteger("123456789012345678901")),
                Arguments.of("1.5", 1.5),
                Arguments.of("1e3", "1e3"),
                Arguments.of("1.0e3", "1.0e3"),
                Arguments.of("1.0e+3", 1000.0),
                Arguments.of("-.inf", Double.NEGATIVE_INFINITY),
                Arguments.of("'12'", "12"),
                Arguments.of("!!str 12", "12"),
                Arguments.of("2024-01-05", LocalDate.of(2024, 1, 5)),
                Arguments.of("2024-01-05 06:00:00", LocalDateTime.of(2024, 1, 5, 6, 0)),
                Arguments.of(
                        "2024-01-05T06:00:00.25Z", OffsetDateTime.parse("2024-01-05T06:00:00.25Z")),
                Arguments.of(
                        "2024-01-05T06:00:00+02:00",
                        OffsetDateTime.parse("2024-01-05T06:00:00+02:00")),
                Arguments.of("'{{ env_var(\"X\") }}'", "{{ env_var(\"X\") }}"));
    }

    @Test
    void takesTheWordsForNothingAsNull() {
        assertEquals(
                Arrays.asList(null, null, null, "None"),
                valueOf("[~, null, , None]".replace(", ,", ", Null,")));
    }

    @Test
    void keepsTheOrderOfKeysAndTheirTextAsWritten() {
        assertEquals("{z=1, on=2, 7=3, ~=4}", String.valueOf(root("{z: 1, on: 2, 7: 3, ~: 4}")));
    }

    @Test
    void resolvesMergeKeysAndAliases() {
        String text =
                """
                base: &base {retries: 3, delay: 5}
                load:
                  <<: *base
                  delay: 9
                """;

        assertEquals(Map.of("retries", 3, "delay", 9), ((Map<?, ?>) root(text)).get("load"));
    }

    @ParameterizedTest(name = "{0}: line {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a: 1\\nb: [1, 2\\n        | 3 | this is not YAML
                    a: 1\\na: 2               | 2 | the key "a" is there twice
                    a: 1\\n\\tb: 2            | 2 | this is not YAML
                    a: !!python/object:os.system {} | 1 | the tag
                    a: !custom x              | 1 | the tag "!custom" is not allowed
                    a: !!binary aGk=          | 1 | the tag
                    a: &x [*x]                | 1 | the alias "*x" has no finished anchor
                    a: *nope                  | 1 | the alias "*nope" has no finished anchor
                    a: 1\\n---\\nb: 2         | 2 | a second YAML document begins here
                    a: 1\\n<<<<<<< HEAD\\nb: 2 | 2 | this line is the mark of a merge conflict
                    a: 2024-13-45             | 1 | "2024-13-45" looks like a number or date
                    ? [1, 2]\\n: x            | 1 | the key of a setting must be a plain word
                    """)
    void namesTheLineOfWhatIsWrong(String text, int line, String message) {
        var e =
                assertThrows(
                        BrokenYamlException.class,
                        () -> root(text.replace("\\n", "\n").replace("\\t", "\t")));

        assertEquals(line, e.line(), e.getMessage());
        assertEquals(message, e.getMessage().substring(0, message.length()));
    }

    @Test
    void namesTheLineOfACharacterThatCannotStandInYaml() {
        var e = assertThrows(BrokenYamlException.class, () -> root("a: 1\nb: \0\n"));

        assertEquals(
                "2 the character U+0000 cannot stand in YAML", e.line() + " " + e.getMessage());
    }

    @Test
    void refusesAnAliasBombWithoutUnfoldingIt() {
        assertThrows(BrokenYamlException.class, () -> root(threes(16)));
    }

    private static String threes(int levels) {
        var bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i <= levels; i++)
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        return bomb.toString();
    }

    @Test
    void refusesDeepNesting() {
        String text = "a: " + "[".repeat(60) + "]".repeat(60);

        assertThrows(BrokenYamlException.class, () -> root(text));
    }

    @Test
    void refusesDeepNestingInBlockStyleWithoutRunningOutOfStack() {
        assertThrows(BrokenYamlException.class, () -> root("- ".repeat(20_000) + "x"));
    }

    private static @Nullable Object valueOf(String scalar) {
        return ((Map<?, ?>) root("v: " + scalar)).get("v");
    }

    private static Object root(String text) {
        return java.util.Objects.requireNonNull(YamlValues.of(YamlParser.parse(text)));
    }
}
