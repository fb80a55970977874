package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
    private static final List<Map<String, Long>> ROWS = List.of(Map.of("n", 3L), Map.of("n", 5L));

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "lambda data, variables: data[0]['n'] if data else 0 => 3",
                "lambda data, variables: [r['n'] for r in data if r['n'] > 3][0] => 5",
                "lambda data, _vars: sum(r['n'] for r in data) => 8",
                "lambda data, v: len(data) * v['limit'] => 20",
                "lambda d, v: max(d, key=lambda r: r['n'])['n'] => 5",
                "lambda d, v, extra=4: extra ** 2 => 16",
                "lambda *args: len(args) => 2",
                "lambda d, v: {r['n']: i for i, r in enumerate(d)}[5] => 1",
                "lambda d, v: sorted(d, key=lambda r: -r['n'])[0]['n'] => 5",
                "lambda d, v: int(', '.join([str(r['n']) for r in d]).split(', ')[-1]) => 5"
            })
    void callsALambdaAsMageDoes(String text, long expected) {
        var parse = assertInstanceOf(TemplateFunction.class, evaluate(text));

        assertEquals(expected, parse.call(List.of(ROWS, Map.of("limit", 10L)), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "-2 ** 2 => -4",
                "2 ** 3 ** 2 => 512",
                "2 ** -1 * 4 => 2.0",
                "1 | 2 => 3",
                "7 & 3 ^ 1 << 2 => 7",
                "not 1 == 2 => True",
                "1 if 0 else 2 if 0 else 3 => 3",
                "x is None => True",
                "1 is not None => True",
                "'a' in 'abc' and 3 not in [1, 2] => True",
                "[y for x in [[1, 2], [3]] for y in x] => [1, 2, 3]",
                "[a + b for a, b in [(1, 2), (3, 4)]] => [3, 7]",
                "list(x * 2 for x in range(3)) => [0, 2, 4]",
                "{1, 2} & {2, 3} => {2}",
                "'%s-%02d' % ('a', 5) => a-05",
                "'{:>4}'.format(7) => `   7`",
                "(lambda x, y=2: x * y)(4) => 8",
                "(lambda **kw: kw['a'])(a=1) => 1",
                "any(v > 2 for v in [1, 3]) => True",
                "dict(zip(['a'], [1]))['a'] => 1",
                "round(2.5) + round(1.25, 1) => 3.2",
                "[1, 2, 3][::-1] => [3, 2, 1]",
                "json.loads('{\"a\": [1]}')['a'][0] => 1",
                "json.dumps({'a': None}) => {\"a\": null}",
                "math.floor(-1.5) => -2",
                "datetime.datetime.now().year => 1970",
                "str(datetime.date(2024, 3, 1) - datetime.timedelta(days=1)) => 2024-02-29"
            })
    void evaluatesPython(String text, String expected) {
        assertEquals(expected, evaluate("str(" + text + ")"));
    }

    @Test
    void handsOutPlainJavaValues() {
        assertEquals(
                Arrays.asList(
                        1L,
                        1.5,
                        "a",
                        null,
                        true,
                        List.of(2L),
                        Map.of("k", 3L),
                        Set.of(4L),
                        LocalDate.of(2024, 1, 2),
                        Duration.ofDays(1)),
                evaluate(
                        "[1, 1.5, 'a', None, True, (2,), {'k': 3}, {4}, datetime.date(2024, 1, 2),"
                                + " timedelta(days=1)]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "nope => line 1: 'nope' is undefined",
                "{'a': 1}['b'] => line 1: 'dict object' has no attribute 'b'",
                "[1][5] => line 1: 'list object' has no element 5",
                "''.nope => line 1: 'str object' has no attribute 'nope'",
                "f'{x}' => line 1: a prefix as in f'…' is not supported",
                "1 + => line 1: expected an expression but found the end",
                "a b => line 1: expected the end of the expression but found 'b'",
                "1 + 'a' => line 1: unsupported operand types for +: 'int' and 'str'. Join texts and other values with ~"
            })
    void saysWhatIsWrong(String text, String message) {
        var failure = assertThrows(TemplateException.class, () -> evaluate(text));

        assertEquals(message, failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__import__('os')",
                "().__class__",
                "open('x')",
                "eval('1')",
                "exec('1')",
                "getattr('', 'x')",
                "(lambda: 0).__globals__",
                "json.__loader__",
                "datetime.sys",
                "globals()"
            })
    void reachesNothingOutside(String text) {
        assertThrows(TemplateException.class, () -> evaluate(text));
    }

    @Test
    void namesTheProblemInsideALambdaCalledLater() {
        var parse =
                assertInstanceOf(
                        TemplateFunction.class, evaluate("lambda data, v: data[0]['missing']"));

        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> parse.call(List.of(ROWS, Map.of()), Map.of()));

        assertEquals("line 1: 'dict object' has no attribute 'missing'", failure.getMessage());
    }

    private static @Nullable Object evaluate(String text) {
        var variables = new HashMap<String, @Nullable Object>(PythonNames.all(() -> Instant.EPOCH));
        variables.put("x", null);
        return Expression.parse(text).evaluate(variables, TemplateOptions.strict());
    }
}
