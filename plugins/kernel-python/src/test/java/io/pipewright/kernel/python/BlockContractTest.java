package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockContractTest {

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

    @Test
    void givesOneArgumentForEachUpstreamInOrder() {
        TestResult one = worker.run(TestBlock.returning("'x'"));
        TestResult none = worker.run(TestBlock.returning("None"));
        TestResult several = worker.run(TestBlock.returning("[1, {'k': 2}]"));

        TestResult result =
                worker.run(
                        TestBlock.printingItsInputs()
                                .after("one", one)
                                .after("none", none)
                                .after("several", several)
                                .after("sensor"));

        assertEquals(List.of("('x', [], [1, {'k': 2}], [])"), result.stdout());
    }

    @Test
    void givesElevenOutputsInTheOrderOfTheirNumbers() {
        TestResult many = worker.run(TestBlock.returning("list(range(12))"));

        TestResult result = worker.run(TestBlock.printingItsInputs().after("many", many));

        assertEquals(List.of("([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],)"), result.stdout());
    }

    @Test
    void givesAnUpstreamThatIsListedTwiceOnlyOnce() {
        TestResult one = worker.run(TestBlock.returning("'x'"));

        TestResult result =
                worker.run(TestBlock.printingItsInputs().after("one", one).after("one", one));

        assertEquals(List.of("('x', None)"), result.stdout());
    }

    @Test
    void namesUpstreamValuesInTheGlobals() {
        TestResult one = worker.run(TestBlock.returning("'x'"));

        TestResult result =
                worker.run(
                        TestBlock.transformer(
                                        "@transformer",
                                        "def f(*args):",
                                        "    print(df_1, one, __file__.endswith('clean.py'))")
                                .after("one", one));

        assertEquals(List.of("x x True"), result.stdout());
    }

    @Test
    void passesTheVariablesAndWhatTheBlockIsAsKeywords() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                        "@data_loader",
                                        "def load(**kwargs):",
                                        "    print(sorted(kwargs))",
                                        "    print(kwargs['region'], kwargs['configuration'], kwargs['context'], kwargs['retry'])",
                                        "    print(kwargs['pipeline_uuid'], kwargs['block_uuid'], kwargs['env'], kwargs['event'])",
                                        "    print(repr(kwargs['execution_date']))",
                                        "    kwargs['logger'].info('logged', rows=3)")
                                .with("region", "north")
                                .configured("limit", "{{ none }}")
                                .withTime("execution_date", "2024-01-05T06:00:00"));

        assertEquals(
                List.of(
                        "['block_uuid', 'configuration', 'context', 'env', 'event', 'execution_date', 'logger', 'pipeline_uuid', 'region', 'repo_path', 'retry']",
                        "north {'limit': '{{ none }}'} {} {'attempts': 1}",
                        "daily load prod {}",
                        "datetime.datetime(2024, 1, 5, 6, 0)",
                        "logged {\"rows\": 3}"),
                result.stdout());
    }

    @Test
    void passesNoVariablesToAFunctionThatDeclaresNone() {
        TestResult result =
                worker.run(
                        TestBlock.loader("@data_loader", "def load():", "    print('ran')")
                                .with("a", "b"));

        assertEquals(List.of("ran"), result.stdout());
    }

    @Test
    void leavesParametersWithDefaultsAndKeywordOnlyOnesOptional() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                        "@data_loader",
                                        "def load(a=1, *, region='none', other=2):",
                                        "    print(a, region, other)")
                                .with("region", "north"));

        assertEquals(List.of("1 north 2"), result.stdout());
    }

    @Test
    void refusesMoreParametersThanUpstreams() {
        TestResult result =
                worker.run(
                        TestBlock.loader("@data_loader", "def load(a, b, **kwargs):", "    pass"));

        assertEquals(
                "BlockError: Block \"load\": function load needs 2 inputs (a, b), but the block has no upstream block."
                        + " Add the missing upstream blocks, or remove parameters; variables of the run come as **kwargs.",
                result.error());
    }

    @Test
    void refusesMoreUpstreamsThanParameters() {
        TestResult result =
                worker.run(
                        TestBlock.transformer("@transformer", "def f(a):", "    pass")
                                .after("x")
                                .after("y"));

        assertEquals(
                "BlockError: Block \"clean\": function f takes 1 input (a), but the block has 2 upstream blocks (x, y)."
                        + " Add parameters or *args, or remove upstream blocks.",
                result.error());
    }

    @Test
    void runsPreprocessersFirstAndOnlyTheFirstDecoratedFunction() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "@preprocesser",
                                "def before(**kwargs):",
                                "    print('before')",
                                "@data_loader",
                                "def first():",
                                "    print('first')",
                                "@data_loader",
                                "def second():",
                                "    print('second')"));

        assertEquals(List.of("before", "first"), result.stdout());
    }

    @Test
    void takesDecoratorsThatAreGuardedImportedOrCalled() {
        String guarded = "if 'data_loader' not in globals(): raise Exception('not there')";
        String imported = "from mage_ai.data_preparation.decorators import data_loader";
        for (String start : List.of(guarded, imported)) {
            TestResult result =
                    worker.run(
                            TestBlock.loader(
                                    start, "@data_loader()", "def load():", "    print('ran')"));

            assertEquals(List.of("ran"), result.stdout(), start);
        }
    }

    @Test
    void findsTheFunctionWhenADecoratorOfAnotherPackageRegistersNothing() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "data_loader = lambda function: function",
                                "@data_loader",
                                "def load():",
                                "    print('ran')"));

        assertEquals(List.of("ran"), result.stdout());
    }

    @Test
    void printsLinesInOrderWithThoseOfChildProcesses() {
        TestResult result =
                worker.run(
                        TestBlock.loader(
                                "import os, subprocess, sys",
                                "@data_loader",
                                "def load():",
                                "    print('one', 1)",
                                "    subprocess.run([sys.executable, '-c', 'print(2)'])",
                                "    os.write(1, b'three\\n')",
                                "    print('ä中', end='')",
                                "    print('to stderr', file=sys.stderr)"));

        assertEquals(List.of("one 1", "2", "three", "ä中"), result.stdout());
        assertEquals(List.of("to stderr"), result.stderr());
    }
}
