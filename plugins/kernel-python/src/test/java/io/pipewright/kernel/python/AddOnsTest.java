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

/// Sensors, conditionals and callbacks.
class AddOnsTest {

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

    private static String decision(TestResult result) {
        return result.status() + " " + result.json().path("decision").asText();
    }

    @ParameterizedTest
    @CsvSource({"True, true", "5, true", "None, false", "0, false", "[], false"})
    void asksASensorOnceAndStoresNothing(String value, boolean decision) {
        TestResult result =
                worker.run(
                        TestBlock.of(
                                "sensor",
                                "ready",
                                "@sensor",
                                "def ready(**kwargs):",
                                "    return " + value));

        assertEquals("completed " + decision, decision(result));
        assertEquals(List.of(), result.outputs());
    }

    @Test
    void aSensorNeedNotTakeTheInputsOfItsUpstreams() {
        TestResult one = worker.run(TestBlock.returning("1"));

        TestResult result =
                worker.run(
                        TestBlock.of("sensor", "ready", "@sensor", "def ready():", "    return 1")
                                .after("one", one));

        assertEquals("completed true", decision(result));
    }

    @Test
    void aSensorThatRaisesFails() {
        TestResult result =
                worker.run(
                        TestBlock.of(
                                "sensor",
                                "ready",
                                "@sensor",
                                "def ready():",
                                "    raise OSError('gone')"));

        assertEquals("OSError: gone", result.error());
    }

    private static TestBlock conditional(String... lines) {
        return TestBlock.of("conditional", "weekend", lines).decidingAbout("clean");
    }

    @Test
    void aConditionGetsTheInputsOfItsParent() {
        TestResult one = worker.run(TestBlock.returning("'x'"));

        TestResult result =
                worker.run(
                        conditional(
                                        "@condition",
                                        "def weekend(*args, **kwargs):",
                                        "    print(args, kwargs['parent_block_uuid'], type(kwargs['pipeline_run']).__name__)",
                                        "    print('logger' in kwargs, 'retry' in kwargs)",
                                        "    return 'yes'")
                                .after("one", one));

        assertEquals(List.of("('x',) clean PipelineRun", "False False"), result.stdout());
        assertEquals("completed true", decision(result));
    }

    @Test
    void everyConditionIsAskedAndAllMustSayYes() {
        TestResult result =
                worker.run(
                        conditional(
                                "@condition",
                                "def first(**kwargs):",
                                "    print('first')",
                                "    return False",
                                "@condition",
                                "def second(**kwargs):",
                                "    print('second')",
                                "    return True"));

        assertEquals(List.of("first", "second"), result.stdout());
        assertEquals("completed false", decision(result));
    }

    @Test
    void aConditionThatRaisesSaysNoAndShowsWhy() {
        TestResult result =
                worker.run(
                        conditional(
                                "@condition",
                                "def weekend():",
                                "    raise ValueError('no calendar')"));

        assertEquals("completed false", decision(result));
        assertEquals("ValueError: no calendar", result.stderr().getLast());
    }

    @Test
    void aFileWithoutConditionsSaysYes() {
        assertEquals("completed true", decision(worker.run(conditional("x = 1"))));
    }

    private static final String[] CALLBACK = {
        "@callback('success')",
        "def good(data, **kwargs):",
        "    print('good', data, kwargs['parent_block_uuid'], kwargs['block_uuid'])",
        "@callback('failure')",
        "def bad(**kwargs):",
        "    print('bad', repr(kwargs['__error']), kwargs['__input'])",
        "@callback('cancelled')",
        "def gone(**kwargs):",
        "    print('gone', '__input' in kwargs)",
        "@callback",
        "def bare(**kwargs):",
        "    print('bare', kwargs['__input'])"
    };

    private static TestBlock callback() {
        return TestBlock.of("callback", "tell", CALLBACK);
    }

    @Test
    void aSuccessIsToldWithWhatTheBlockStored() {
        TestResult two = worker.run(TestBlock.returning("['x', 'y']"));

        TestResult result = worker.run(callback().toldOf("clean", "success").after("clean", two));

        assertEquals(
                List.of(
                        "good ['x', 'y'] clean tell",
                        "bare {'clean': ['x', 'y'], 'df_1': ['x', 'y']}"),
                result.stdout());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ValueError|boom|bad ValueError('boom') {'clean': [], 'df_1': []}",
                "Mine|boom|bad Mine('boom') {'clean': [], 'df_1': []}",
                "UnicodeDecodeError|boom|bad Exception('UnicodeDecodeError: boom') {'clean': [], 'df_1': []}"
            })
    void aFailureIsToldWithTheException(String type, String message, String printed) {
        TestResult result = worker.run(callback().toldOf("clean", type, message).after("clean"));

        assertEquals(List.of(printed), result.stdout());
    }

    @Test
    void aCancellationIsToldWithoutInputs() {
        TestResult result = worker.run(callback().toldOf("clean", "cancelled"));

        assertEquals(List.of("gone False"), result.stdout());
    }

    @Test
    void theFormerDecoratorsStillWork() {
        TestResult result =
                worker.run(
                        TestBlock.of(
                                        "callback",
                                        "tell",
                                        "from mage_ai.data_preparation.decorators import on_success",
                                        "@on_success",
                                        "def good(**kwargs):",
                                        "    print('good')")
                                .toldOf("clean", "success")
                                .after("clean"));

        assertEquals(List.of("good"), result.stdout());
    }
}
