package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of Java, and nothing behind Python's values, can be reached from a template.
final class TemplateReachTest {
    private static final List<String> VALUES =
            List.of(
                    "''",
                    "1",
                    "1.5",
                    "true",
                    "none",
                    "[]",
                    "(1,)",
                    "{}",
                    "range(3)",
                    "dt",
                    "dt - dt",
                    "dt.date()",
                    "f",
                    "namespace()",
                    "cycler(1)",
                    "joiner()",
                    "dict",
                    "m",
                    "''.upper",
                    "[].append",
                    "{}.items()",
                    "[1]|map('upper')",
                    "lambda x: x",
                    "datetime",
                    "datetime.datetime",
                    "''.encode()",
                    "('a'|safe)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__class__",
                "class",
                "getClass",
                "hashCode",
                "toString",
                "__globals__",
                "__init__",
                "__subclasses__",
                "__mro__",
                "__dict__",
                "gi_frame",
                "wait",
                "value",
                "entries",
                "isCallable",
                "environment",
                "func_globals"
            })
    void hasNoAttribute(String name) {
        for (var value : VALUES) {
            var template =
                    "{% macro m() %}{% endmacro %}{{ (" + value + ")." + name + " is defined }}";
            assertEquals("False", value(template), value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''['__class__'] is defined",
                "''|attr('__class__') is defined",
                "self.getClass is defined",
                "self._renderer is defined",
                "self.renderer is defined",
                "loop.looper is defined"
            })
    void hasNoWayAround(String expression) {
        assertEquals("False", value("{% for i in [1] %}{{ " + expression + " }}{% endfor %}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0.__class__}", "{0[__class__]}", "{0.getClass}"})
    void hasNoWayThroughFormat(String format) {
        assertThrows(TemplateException.class, () -> value("{{ '" + format + "'.format('a') }}"));
    }

    @Test
    void refusesAnObjectThatIsNoPlainValue() {
        var template = Template.parse("{{ x }}");

        var failure =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                template.render(
                                        Map.of("x", String.class), TemplateOptions.lenient()));

        assertEquals("a template cannot hold a java.lang.Class", failure.getMessage());
    }

    private static String value(String template) {
        var variables = new HashMap<String, @Nullable Object>(PythonNames.all(() -> Instant.EPOCH));
        variables.put("dt", LocalDateTime.of(2024, 1, 2, 3, 4));
        variables.put("f", (TemplateFunction) (positional, named) -> 1L);
        return Template.parse(template).render(variables, TemplateOptions.lenient());
    }
}
