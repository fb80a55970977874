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

/// Tests that blocks carry.
class BlockChecksTest {

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

    private static TestResult run(String returned, String... tests) {
        String[] block = {"@data_loader", "def load(**kwargs):", "    return " + returned};
        return worker.run(
                TestBlock.loader(
                        Stream.concat(Stream.of(block), Stream.of(tests)).toArray(String[]::new)));
    }

    @Test
    void passTheOutputsAndVariables() {
        TestResult result =
                run(
                        "[1, 2]",
                        "@test",
                        "def both(a, b, **kwargs): assert (a, b, kwargs['block_uuid']) == (1, 2, 'load')",
                        "@test",
                        "def any_number(*outputs): assert outputs == (1, 2)");

        assertEquals("completed", result.status());
        assertEquals(
                "{\"passed\":2,\"failed\":0,\"failures\":[]}",
                result.json().path("tests").toString());
        assertEquals(List.of("2/2 tests passed."), result.stdout());
    }

    @Test
    void goOnAfterOneThatFails() {
        TestResult result =
                run(
                        "5",
                        "@test",
                        "def bad(output): assert output == 6, 'expected six'",
                        "@test",
                        "def after(output): print('after ran')");

        assertEquals(
                "TestFailed: Failed to pass tests for block load: bad: expected six",
                result.error());
        assertEquals(
                "{\"passed\":1,\"failed\":1,\"failures\":[{\"name\":\"bad\",\"message\":\"expected six\"}]}",
                result.json().path("tests").toString());
        assertEquals(List.of("null: 5"), result.values());
        assertEquals("FAIL: bad (block: load)", result.stdout().getFirst());
        assertEquals(
                List.of("AssertionError: expected six", "after ran", "1/2 tests passed."),
                result.stdout().subList(result.stdout().size() - 3, result.stdout().size()));
    }

    @Test
    void quoteAnAssertionWithoutWords() {
        TestResult result = run("5", "@test", "def bad(output):", "    assert output == 6");

        assertEquals(
                "TestFailed: Failed to pass tests for block load: bad: assert output == 6",
                result.error());
    }

    @Test
    void endAtAnErrorThatIsNoAssertion() {
        TestResult result =
                run(
                        "5",
                        "@test",
                        "def broken(output): raise KeyError('sku')",
                        "@test",
                        "def after(output): print('after ran')");

        assertEquals("KeyError: 'sku'", result.error());
        assertEquals(List.of(), result.stdout());
    }

    @Test
    void failWhenTheyDoNotTakeTheOutputs() {
        TestResult result = run("[1, 2]", "@test", "def one(output): pass");

        assertEquals(
                "TypeError: one() takes 1 positional argument but 2 were given", result.error());
    }

    @Test
    void getNoArgumentsFromABlockWithoutOutputs() {
        TestResult result = run("None", "@test", "def nothing(): pass");

        assertEquals("completed", result.status());
    }
}
