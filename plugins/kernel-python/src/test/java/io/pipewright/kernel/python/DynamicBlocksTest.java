package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a dynamic block stores, and what the children after it get.
class DynamicBlocksTest {

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

    private static TestResult dynamic(String expression) {
        return worker.run(TestBlock.returning(expression).dynamic());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2, 3]]                        | [iterable: [1, 2, 3]]",
                "[(1, 2)]                           | [iterable: [1, 2]]",
                "[range(2)]                         | [iterable: [0, 1]]",
                "[[1, 2], [{'a': 1}, {'a': 2}]]     | [iterable: [1, 2], iterable: [{\"a\": 1}, {\"a\": 2}]]",
                "[[1, 2], [None, {'a': 2}]]         | [iterable: [1, 2], iterable: [null, {\"a\": 2}]]",
                "['x', 'y', 'z']                    | [iterable: [\"x\", \"y\", \"z\"]]",
                "(n for n in 'xy')                  | [iterable: [\"x\", \"y\"]]",
                "[[1, 2], [3, 4]]                   | [iterable: [[1, 2], [3, 4]]]",
                "[]                                 | [iterable: []]",
                "None                               | []"
            })
    void storesItsItemsAndWhatItSaysAboutThem(String returned, String stored) {
        assertEquals(stored, dynamic(returned).values().toString());
    }

    @Test
    void aChildGetsItsItemAndWhatIsSaidAboutIt() {
        TestResult items = dynamic("[['x', 'y'], [{'color': 'red'}, {'color': 'blue'}]]");

        TestResult result =
                worker.run(
                        TestBlock.transformer(
                                        "@transformer",
                                        "def paint(item, **kwargs):",
                                        "    print(item, kwargs['color'])")
                                .after("items", items, 1));

        assertEquals(List.of("y blue"), result.stdout());
    }

    @Test
    void theBlockAfterReducedChildrenGetsOneList() {
        TestResult first = worker.run(TestBlock.returning("[[1, 2]]"));
        TestResult second = worker.run(TestBlock.returning("3"));
        TestResult nothing = worker.run(TestBlock.returning("None"));

        TestResult result =
                worker.run(
                        TestBlock.printingItsInputs()
                                .afterChildren("child", first, second, nothing)
                                .afterChildren("empty"));

        assertEquals(List.of("([1, 2, 3], [])"), result.stdout());
    }

    @Test
    void ofSeveralOutputsOfReducedChildrenEachIsAList() {
        TestResult first = worker.run(TestBlock.returning("[1, 'a']"));
        TestResult second = worker.run(TestBlock.returning("[2, 'b']"));

        TestResult result =
                worker.run(TestBlock.printingItsInputs().afterChildren("child", first, second));

        assertEquals(List.of("([[1, 2], ['a', 'b']],)"), result.stdout());
    }
}
