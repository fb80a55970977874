package io.pipewright.engine.template;

import java.util.HashMap;
import java.util.Map;

/// Jinja2's filters by name.
final class Filters {
    /// The work of a filter, with arguments that fit its signature.
    @FunctionalInterface
    interface Body {
        Value apply(Rendering rendering, Value input, Bound arguments);
    }

    private record Filter(Signature signature, Body body) {}

    private static final Map<String, Filter> ALL = new HashMap<>();

    static {
        TextFilters.register();
        ListFilters.register();
        PickFilters.register();
        NumberFilters.register();
        HtmlFilters.register();
    }

    private Filters() {}

    static void add(String name, String signature, Body body) {
        ALL.put(name, new Filter(Signature.of(signature), body));
    }

    static boolean isKnown(String name) {
        return ALL.containsKey(name);
    }

    static Value apply(Rendering rendering, String name, Value input, Arguments arguments) {
        var filter = ALL.get(name);
        if (filter == null) throw ExpressionParser.unknown("filter", name);
        rendering.pay(input);
        return filter.body().apply(rendering, input, filter.signature().bind(name, arguments));
    }
}
