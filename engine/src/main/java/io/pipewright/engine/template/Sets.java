package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Methods of `set`.
final class Sets {
    static final MethodTable<SetValue> TABLE =
            new MethodTable<SetValue>()
                    .add("add", "item", (r, s, a) -> add(s, Set.of(Keys.of(a.get(0)))))
                    .add("discard", "item", (r, s, a) -> removeAll(s, Set.of(Keys.of(a.get(0)))))
                    .add("remove", "item", Sets::remove)
                    .add("pop", "", (r, s, a) -> pop(s))
                    .add("clear", "", (r, s, a) -> removeAll(s, Set.copyOf(s.items())))
                    .add("copy", "", (r, s, a) -> new SetValue(new LinkedHashSet<>(s.items())))
                    .add("update", "*", (r, s, a) -> add(s, others(r, a)))
                    .add("union", "*", (r, s, a) -> changed(r, s, a, Set::addAll))
                    .add("intersection", "*", (r, s, a) -> changed(r, s, a, Set::retainAll))
                    .add("difference", "*", (r, s, a) -> changed(r, s, a, Set::removeAll))
                    .add("symmetric_difference", "other", Sets::symmetricDifference)
                    .add(
                            "issubset",
                            "other",
                            (r, s, a) -> Bool.of(of(r, a.get(0)).containsAll(s.items())))
                    .add(
                            "issuperset",
                            "other",
                            (r, s, a) -> Bool.of(s.items().containsAll(of(r, a.get(0)))))
                    .add(
                            "isdisjoint",
                            "other",
                            (r, s, a) ->
                                    Bool.of(
                                            of(r, a.get(0)).stream()
                                                    .noneMatch(s.items()::contains)));

    private Sets() {}

    static Set<Value> of(Rendering rendering, Value items) {
        var set = new LinkedHashSet<Value>();
        for (var item : rendering.list(items)) set.add(Keys.of(item));
        return set;
    }

    private static Value add(SetValue set, Set<Value> items) {
        set.items().addAll(items);
        return None.NONE;
    }

    private static Value removeAll(SetValue set, Set<Value> items) {
        set.items().removeAll(items);
        return None.NONE;
    }

    private static Value remove(Rendering rendering, SetValue set, Bound arguments) {
        if (!set.items().remove(Keys.of(arguments.get(0)))) {
            throw Dicts.missing(rendering, arguments.get(0));
        }
        return None.NONE;
    }

    private static Value pop(SetValue set) {
        var items = set.items().iterator();
        if (!items.hasNext()) throw TemplateException.of("pop from an empty set");
        var first = items.next();
        items.remove();
        return first;
    }

    private static Set<Value> others(Rendering rendering, Bound arguments) {
        var all = new LinkedHashSet<Value>();
        for (var other : arguments.rest()) all.addAll(of(rendering, other));
        return all;
    }

    private static Value changed(
            Rendering rendering,
            SetValue set,
            Bound arguments,
            BiConsumer<Set<Value>, Collection<Value>> change) {
        var result = new LinkedHashSet<>(set.items());
        for (var other : arguments.rest()) change.accept(result, of(rendering, other));
        return new SetValue(result);
    }

    private static Value symmetricDifference(Rendering rendering, SetValue set, Bound arguments) {
        var other = of(rendering, arguments.get(0));
        var result = new LinkedHashSet<>(set.items());
        result.removeAll(other);
        other.removeAll(set.items());
        result.addAll(other);
        return new SetValue(result);
    }
}
