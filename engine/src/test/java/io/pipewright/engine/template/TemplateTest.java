package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
    @Test
    void printsPlainJavaValuesAsPython() {
        var variables =
                Map.of(
                        "int", 5,
                        "big", BigInteger.TEN.pow(20),
                        "real", 1.0f,
                        "decimal", new BigDecimal("2.50"),
                        "date", LocalDate.of(2024, 2, 29),
                        "time", OffsetDateTime.parse("2024-01-02T03:04:05+02:00"),
                        "span", Duration.ofMinutes(90),
                        "set", Set.of("a"),
                        "nested", Arrays.asList(Map.of("k", true), null));

        assertEquals(
                "5 100000000000000000000 1.0 2.5 2024-02-29 2024-01-02 03:04:05+02:00 1:30:00 {'a'}"
                        + " [{'k': True}, None]",
                render(
                        "{{ int }} {{ big }} {{ real }} {{ decimal }} {{ date }} {{ time }} {{ span }}"
                                + " {{ set }} {{ nested }}",
                        variables));
    }

    @Test
    void tellsEachUndefinedNameThatIsPrintedOrLoopedOver() {
        var seen = new ArrayList<UndefinedName>();
        var options =
                TemplateOptions.lenient().withUndefinedNames(UndefinedNames.lenient(seen::add));

        var text =
                Template.parse(
                                "{{ a }}{{ b|default('x') }}{{ c is defined }}\n{{ d.e[0]['f'] }}{% for i in g %}{% endfor %}")
                        .render(Map.of("d", Map.of("e", List.of(Map.of()))), options);

        assertEquals("xFalse\n", text);
        assertEquals(
                List.of(
                        new UndefinedName("a", 1),
                        new UndefinedName("d.e[0]['f']", 2),
                        new UndefinedName("g", 2)),
                seen);
    }

    @Test
    void namesTheLineOfAnUndefinedNameInStrictMode() {
        var template = Template.parse("select 1\nfrom {{ nope }}");

        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> template.render(Map.of(), TemplateOptions.strict()));

        assertEquals("line 2: 'nope' is undefined", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ x }}",
                "{{ x ~ 1 }}",
                "{% if x %}{% endif %}",
                "{{ x == 1 }}",
                "{{ x|upper }}",
                "{% for i in x %}{% endfor %}",
                "{{ x|length }}",
                "{{ [x]|join }}",
                "{{ d.x|string }}",
                "{{ 1 in x }}",
                "{{ {x: 1} }}",
                "{{ (1 if false) }}"
            })
    void failsOnAnyUseOfAnUndefinedNameInStrictMode(String template) {
        var parsed = Template.parse(template);

        assertThrows(
                TemplateException.class,
                () -> parsed.render(Map.of("d", Map.of()), TemplateOptions.strict()));
    }

    @Test
    void allowsAskingForAnUndefinedNameInStrictMode() {
        assertEquals(
                "False d",
                Template.parse("{{ x is defined }} {{ x|default('d') }}")
                        .render(Map.of(), TemplateOptions.strict()));
    }

    @Test
    void namesTheLineAndTheRemedyOfASyntaxError() {
        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> Template.parse("a\n{% if x %}\nb\n{{ 1 }}\n"));

        assertEquals(2, failure.line());
        assertEquals("line 2: the tag 'if' is not closed. Add {% endif %}", failure.getMessage());
    }

    @Test
    void namesTheLineOfAFailureInsideAMultiLineExpression() {
        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> render("{{ [\n 1,\n nope.x\n] }}", Map.of()));

        assertEquals("line 3: 'nope' is undefined", failure.getMessage());
    }

    @Test
    void saysThatOtherTemplatesCannotBeRead() {
        var failure =
                assertThrows(
                        TemplateException.class, () -> render("\n{% include 'a.sql' %}", Map.of()));

        assertEquals(
                "line 2: 'include' is not available: a template here cannot read another one. Put the"
                        + " text into this template",
                failure.getMessage());
    }

    @Test
    void doesNotRenderWhatAValueHolds() {
        assertEquals("{{ secret }}", render("{{ a }}", Map.of("a", "{{ secret }}", "secret", "s")));
    }

    @Test
    void givesALambdaToAFunctionAsSomethingToCall() {
        TemplateFunction blockOutput =
                (positional, named) -> {
                    var parse = (TemplateFunction) named.get("parse");
                    return parse == null
                            ? null
                            : parse.call(List.of(List.of(Map.of("n", 4L)), Map.of()), Map.of());
                };

        assertEquals(
                "limit 5",
                render(
                        "limit {{ block_output('b', parse=lambda data, variables: data[0]['n'] + 1) }}",
                        Map.of("block_output", blockOutput)));
    }

    @Test
    void addsTheLineToAFailureOfAGivenFunction() {
        TemplateFunction broken =
                (positional, named) -> {
                    throw TemplateException.of("no such block");
                };

        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> render("\n\n{{ f() }}", Map.of("f", broken)));

        assertEquals("line 3: no such block", failure.getMessage());
    }

    @Test
    void rendersOneTemplateOnManyThreads() throws Exception {
        var template =
                Template.parse("{% set x = n %}{% for i in range(50) %}{{ i + x }},{% endfor %}");
        var jobs = new ArrayList<Callable<String>>();
        for (var n = 0; n < 50; n++) {
            var variables = Map.of("n", n % 2);
            jobs.add(() -> template.render(variables, TemplateOptions.lenient()));
        }
        var distinct = new HashSet<String>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(jobs)) distinct.add(result.get());
        }

        assertEquals(2, distinct.size());
    }

    private static String render(String template, Map<String, ?> variables) {
        return Template.parse(template).render(variables, TemplateOptions.lenient());
    }
}
