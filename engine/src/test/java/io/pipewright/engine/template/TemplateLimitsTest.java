package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile templates stop at a limit, soon and with a reason.
final class TemplateLimitsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
                "{{ range(10**18)|list }}",
                "{{ range(10**9)|sum }}",
                "{{ [0] * 10**9 }}",
                "{{ [0]|batch(10**9, 'x')|list }}",
                "{{ 'a'|center(10**9) }}",
                "{{ 'a'.ljust(10**9) }}",
                "{{ '5'.zfill(10**9) }}",
                "{{ 'a' * 10**10 }}",
                "{{ 'a\tb'.expandtabs(10**9) }}",
                "{{ ('a' * 10**6).replace('a', 'b' * 10**6) }}",
                "{{ ('a\n' * 10**6)|indent(10**6) }}",
                "{{ '%1000000000d' % 1 }}",
                "{{ '%.1000000000f' % 1 }}",
                "{{ '%*d' % (10**9, 1) }}",
                "{{ '{:1000000000}'.format('a') }}",
                "{{ '{:.900000000f}'.format(1.5) }}",
                "{{ 2 ** (10**9) }}",
                "{{ 10 ** (10 ** (10 ** 10)) }}",
                "{% set ns = namespace(x=3) %}{% for i in range(1000) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
                "{% set ns = namespace(x='a') %}{% for i in range(1000) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
                "{% set ns = namespace(x=[1]) %}{% for i in range(100) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
                "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(100) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
                "{% set ns = namespace(x=(1,)) %}{% for i in range(100) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ ns.x|tojson }}",
                "{% set l = [] %}{% for i in range(300) %}{% set l = [l] %}{% endfor %}{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(l) }}",
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
                "{% block a %}{{ self.a() }}{% endblock %}",
                "{% set big = 'a' * 9000000 %}{% for i in range(400000) %}{% set x = big|upper %}{% endfor %}",
                "{% set big = 'a' * 9000000 %}{% for i in range(400000) %}{% set x = 'b' in big %}{% endfor %}",
                "{% set big = 'a' * 9000000 %}{% for i in range(400000) %}{% set x = big.count('b') %}{% endfor %}",
                "{{ (lambda f: f(f))(lambda f: f(f)) }}",
                "{{ (10**4000) ** 4000 }}"
            })
    void stops(String template) {
        assertTimeoutPreemptively(
                SOON, () -> assertThrows(TemplateException.class, () -> render(template)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{1:", "not ", "-", "a.b[", "f(", "1 if (", "'a' ~ (", "lambda: "})
    void refusesDeepNesting(String opening) {
        assertThrows(
                TemplateException.class, () -> Template.parse("{{ " + opening.repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ a", "| upper", ".a", "[0]", "or a", "if a else b", "** 2", "()"})
    void refusesAnExpressionOfTooManyParts(String part) {
        assertThrows(
                TemplateException.class,
                () -> Template.parse("{{ a " + (part + " ").repeat(100_000) + "}}"));
    }

    @Test
    void refusesDeeplyNestedTags() {
        assertThrows(TemplateException.class, () -> Template.parse("{% if a %}".repeat(100_000)));
    }

    @Test
    void printsAListThatHoldsItself() {
        assertEquals("[1, [...]]", render("{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}"));
    }

    @Test
    void stopsAtTheLengthOfTheOutput() {
        var options = TemplateOptions.lenient().withLimits(Limits.DEFAULT.withOutputLength(10));
        var template = Template.parse("\n{% for i in range(100) %}{{ i }}{% endfor %}");

        var failure =
                assertThrows(TemplateException.class, () -> template.render(Map.of(), options));

        assertEquals("line 2: the output is over the limit of 10 characters", failure.getMessage());
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> render("{% for i in range(100000) %}{% endfor %}"));

        assertTrue(Thread.interrupted());
        assertEquals("line 1: interrupted", failure.getMessage());
    }

    @Test
    void leavesRoomForALongTemplate() {
        var rows = Collections.nCopies(20_000, Map.of("id", 1, "name", "x"));

        var text =
                Template.parse("{% for r in rows %}({{ r.id }}, '{{ r.name|upper }}'),{% endfor %}")
                        .render(Map.of("rows", List.copyOf(rows)), TemplateOptions.lenient());

        assertEquals(20_000 * "(1, 'X'),".length(), text.length());
    }

    private static String render(String template) {
        return Template.parse(template).render(Map.of(), TemplateOptions.lenient());
    }
}
