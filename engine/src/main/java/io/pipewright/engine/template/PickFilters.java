package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Filters that pick or change items one by one, and those that choose one.
final class PickFilters {
    private PickFilters() {}

    static void register() {
        Filters.add("map", "* **", PickFilters::map);
        Filters.add("select", "* **", (r, in, a) -> picked(r, in, a, false, true));
        Filters.add("reject", "* **", (r, in, a) -> picked(r, in, a, false, false));
        Filters.add("selectattr", "* **", (r, in, a) -> picked(r, in, a, true, true));
        Filters.add("rejectattr", "* **", (r, in, a) -> picked(r, in, a, true, false));
        Filters.add("min", "case_sensitive? attribute?", (r, in, a) -> extreme(r, in, a, -1));
        Filters.add("max", "case_sensitive? attribute?", (r, in, a) -> extreme(r, in, a, 1));
        Filters.add("sum", "attribute? start?", PickFilters::sum);
        Filters.add("default", "default_value? boolean?", PickFilters::otherwise);
        Filters.add("d", "default_value? boolean?", PickFilters::otherwise);
        Filters.add("attr", "name", PickFilters::attribute);
    }

    // As Jinja2 has it: what counts as false has no items, even where it could not be walked
    // through.
    private static List<Value> items(Rendering rendering, Value input) {
        return Truth.of(input) || input instanceof Undefined ? rendering.list(input) : List.of();
    }

    private static Value map(Rendering rendering, Value input, Bound arguments) {
        var changed = new ArrayList<Value>();
        if (arguments.rest().isEmpty() && arguments.named().containsKey("attribute")) {
            var named = arguments.named();
            for (var name : named.keySet()) {
                if (!name.equals("attribute") && !name.equals("default")) {
                    throw TemplateException.of("Unexpected keyword argument '" + name + "'");
                }
            }
            var getter =
                    Getter.of(
                            rendering,
                            Optional.ofNullable(named.get("attribute")),
                            Optional.ofNullable(named.get("default")));
            for (var item : items(rendering, input)) changed.add(getter.get(item));
            return new Stream(changed.iterator());
        }
        if (arguments.rest().isEmpty())
            throw TemplateException.of("map requires a filter argument");
        var filter = rendering.str(arguments.rest().getFirst());
        var further = new Arguments(after(arguments.rest(), 1), arguments.named());
        for (var item : items(rendering, input)) {
            changed.add(Filters.apply(rendering, filter, item, further));
        }
        return new Stream(changed.iterator());
    }

    private static Value picked(
            Rendering rendering, Value input, Bound arguments, boolean byAttribute, boolean keeps) {
        var rest = arguments.rest();
        if (byAttribute && rest.isEmpty())
            throw TemplateException.of("Missing parameter for attribute name");
        var attribute = byAttribute ? Optional.of(rest.getFirst()) : Optional.<Value>empty();
        var getter = Getter.of(rendering, attribute, Optional.empty());
        var test = after(rest, byAttribute ? 1 : 0);
        var further = new Arguments(after(test, 1), arguments.named());
        var kept = new ArrayList<Value>();
        for (var item : items(rendering, input)) {
            var value = getter.get(item);
            var passes =
                    test.isEmpty()
                            ? Truth.of(value)
                            : Tests.passes(
                                    rendering, rendering.str(test.getFirst()), value, further);
            if (passes == keeps) kept.add(item);
        }
        return new Stream(kept.iterator());
    }

    private static List<Value> after(List<Value> values, int count) {
        return values.subList(Math.min(count, values.size()), values.size());
    }

    private static Value extreme(Rendering rendering, Value input, Bound arguments, int direction) {
        var items = rendering.list(input);
        if (items.isEmpty()) {
            return rendering.undefined("", "No aggregated item, sequence was empty.");
        }
        var getter = Getter.of(rendering, arguments.optional(1), Optional.empty());
        var caseSensitive = arguments.truth(0, false);
        var best = items.getFirst();
        var bestKey = ListFilters.folded(getter.get(best), caseSensitive);
        for (var item : after(items, 1)) {
            var key = ListFilters.folded(getter.get(item), caseSensitive);
            var comparison = rendering.comparison();
            var better =
                    direction < 0
                            ? comparison.isLess(key, bestKey, "<")
                            : comparison.isLess(bestKey, key, ">");
            if (better) {
                best = item;
                bestKey = key;
            }
        }
        return best;
    }

    private static Value sum(Rendering rendering, Value input, Bound arguments) {
        var getter = Getter.of(rendering, arguments.optional(0), Optional.empty());
        return sum(rendering, input, getter, arguments.optional(1).orElse(Int.of(0)));
    }

    static Value sum(Rendering rendering, Value input, Getter getter, Value start) {
        if (start instanceof Text) {
            throw TemplateException.of("sum() can't sum strings", "Use join");
        }
        var total = start;
        for (var item : rendering.list(input)) {
            total = new Operators(rendering).apply(Operator.ADD, total, getter.get(item));
        }
        return total;
    }

    private static Value otherwise(Rendering rendering, Value input, Bound arguments) {
        var missing = input instanceof Undefined || (arguments.truth(1, false) && !Truth.of(input));
        return missing ? arguments.optional(0).orElse(Text.EMPTY) : input;
    }

    private static Value attribute(Rendering rendering, Value input, Bound arguments) {
        var name = rendering.str(arguments.get(0));
        return Attributes.of(rendering, input, name)
                .orElseGet(
                        () ->
                                rendering.undefined(
                                        name,
                                        "'"
                                                + input.typeName()
                                                + " object' has no attribute '"
                                                + name
                                                + "'"));
    }
}
