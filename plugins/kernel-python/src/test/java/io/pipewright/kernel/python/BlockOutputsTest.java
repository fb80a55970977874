package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockOutputsTest {

    @TempDir static Path folder;
    private static TestWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker(folder, "-S");
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    static Stream<Arguments> returned() {
        return Stream.of(
                Arguments.of("None", List.of(), "[]"),
                Arguments.of("[]", List.of(), "[]"),
                Arguments.of("0", List.of("null: 0"), "0"),
                Arguments.of("''", List.of("null: \"\""), "''"),
                Arguments.of("10 ** 30", List.of("null: 1" + "0".repeat(30)), "1" + "0".repeat(30)),
                Arguments.of("{'a': 1}", List.of("null: {\"a\": 1}"), "{'a': 1}"),
                Arguments.of("{1: (2, 3)}", List.of("null: {\"1\": [2, 3]}"), "{'1': [2, 3]}"),
                Arguments.of("['x']", List.of("null: \"x\""), "'x'"),
                Arguments.of("(1, None)", List.of("null: 1", "null: null"), "[1, None]"),
                Arguments.of(
                        "[[1, 2], [3]]",
                        List.of("iterable: [1, 2]", "iterable: [3]"),
                        "[[1, 2], [3]]"),
                Arguments.of("[[1, 2]]", List.of("iterable: [1, 2]"), "[1, 2]"),
                Arguments.of("(i for i in range(2))", List.of("null: 0", "null: 1"), "[0, 1]"),
                Arguments.of("map(str, [1])", List.of("null: \"1\""), "'1'"));
    }

    @ParameterizedTest
    @MethodSource("returned")
    void storesWhatIsReturnedAndGivesItToTheNextBlock(
            String expression, List<String> stored, String received) {
        TestResult result = worker.run(TestBlock.returning(expression));
        TestResult next = worker.run(TestBlock.printingItsInputs().after("up", result));

        assertEquals(stored, result.values());
        assertEquals(List.of("(" + received + ",)"), next.stdout());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void keepsValuesThatJsonLacksExactlyForPythonAndReadableForOthers(
            String expression, String view, String received) {
        TestResult result = worker.run(TestBlock.returning(expression));
        TestResult next = worker.run(TestBlock.printingItsInputs().after("up", result));

        assertEquals(List.of("custom_object: " + view), result.values());
        assertEquals(List.of("(" + received + ",)"), next.stdout());
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("float('nan')", "null", "nan"),
                Arguments.of("b'\\x01'", "\"AQ==\"", "b'\\x01'"),
                Arguments.of("range(2)", "[0, 1]", "range(0, 2)"),
                Arguments.of("{'s': {1}}", "{\"s\": [1]}", "{'s': {1}}"),
                Arguments.of(
                        "__import__('datetime').date(2024, 1, 2)",
                        "\"2024-01-02\"",
                        "datetime.date(2024, 1, 2)"),
                Arguments.of(
                        "__import__('decimal').Decimal('1.10')", "\"1.10\"", "Decimal('1.10')"));
    }

    @Test
    void namesTheTypeOfAValueThatCannotBeKept() {
        TestResult result = worker.run(TestBlock.returning("lambda: 1"));

        assertEquals("failed", result.status());
        assertEquals(
                "UnstorableValueError: a value of type builtins.function can neither be written as JSON nor pickled",
                result.error().substring(0, result.error().indexOf(" (")));
    }

    @Test
    void keepsObjectsOfAClassThatTheBlockDefines() throws IOException {
        TestBlock block =
                TestBlock.loader(
                        "class Point:",
                        "    def __init__(self, x):",
                        "        self.x = x",
                        "if 'data_loader' not in globals():",
                        "    from mage_ai.data_preparation.decorators import data_loader",
                        "@data_loader",
                        "def load():",
                        "    return Point(7)");
        block.saveIn(worker.project());
        TestResult result = worker.run(block);

        TestResult next =
                worker.run(
                        TestBlock.transformer("@transformer", "def f(point):", "    print(point.x)")
                                .after("up", result));

        assertEquals(List.of("7"), next.stdout());
    }

    @Test
    void storesNothingForASensor() {
        TestResult result =
                worker.run(
                        TestBlock.of(
                                "sensor", "wait", "@sensor", "def ready():", "    return True"));

        assertEquals(List.of(), result.values());
    }

    @Test
    void saysWhichUpstreamCannotBeRead() {
        TestResult result = worker.run(TestBlock.returning("1"));
        TestResult lost =
                new TestResult(result.json(), folder.resolve("gone"), List.of(), List.of());

        TestResult next = worker.run(TestBlock.printingItsInputs().after("up", lost));

        assertEquals(
                "StoredOutputError: Block \"up\" stored an output that cannot be read: "
                        + folder.resolve("gone").resolve("output_0"),
                next.error().substring(0, next.error().indexOf(" (FileNotFoundError")));
    }
}
