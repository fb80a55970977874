package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Methods of lists and tuples, and sorting.
final class Lists {
    static final MethodTable<ListValue> TABLE =
            new MethodTable<ListValue>()
                    .add("append", "item", (r, s, a) -> append(s, List.of(a.get(0))))
                    .add("extend", "items", (r, s, a) -> append(s, r.list(a.get(0))))
                    .add("insert", "index item", Lists::insert)
                    .add("pop", "index?", (r, s, a) -> pop(s, a))
                    .add("remove", "item", Lists::remove)
                    .add("clear", "", (r, s, a) -> clear(s))
                    .add("reverse", "", (r, s, a) -> reverse(s))
                    .add("copy", "", (r, s, a) -> ListValue.of(s.items()))
                    .add("sort", "key? reverse?", Lists::sort)
                    .add("index", "item start? end?", (r, s, a) -> index(r, s.items(), a))
                    .add("count", "item", (r, s, a) -> count(r, s.items(), a));

    static final MethodTable<TupleValue> TUPLE_TABLE =
            new MethodTable<TupleValue>()
                    .add("index", "item start? end?", (r, s, a) -> index(r, s.items(), a))
                    .add("count", "item", (r, s, a) -> count(r, s.items(), a));

    private Lists() {}

    /// Python's `sorted`: stable, also when reversed.
    ///
    /// @param key what to compare, the item itself when empty
    static ListValue sorted(
            Rendering rendering, List<Value> items, Optional<Value> key, boolean reverse) {
        record Keyed(Value key, Value item) {}
        var keyed = new ArrayList<Keyed>();
        for (var item : items) {
            var by = key.map(f -> rendering.call(f, Arguments.of(item))).orElse(item);
            keyed.add(new Keyed(by, item));
        }
        var order = Comparator.comparing(Keyed::key, rendering.comparison().ascending());
        sort(keyed, reverse ? order.reversed() : order);
        var result = new ArrayList<Value>();
        keyed.forEach(one -> result.add(one.item()));
        return new ListValue(result);
    }

    private static <T> void sort(List<T> items, Comparator<T> order) {
        try {
            items.sort(order);
        } catch (IllegalArgumentException e) {
            // NaN among the numbers has no place: Python leaves such a list in some order, too.
            throw TemplateException.of("these values have no order");
        }
    }

    static Value clear(ListValue list) {
        list.items().clear();
        return None.NONE;
    }

    private static Value append(ListValue list, List<Value> items) {
        list.items().addAll(items);
        return None.NONE;
    }

    private static Value insert(Rendering rendering, ListValue list, Bound arguments) {
        var at = Chars.bound(arguments.optional(0), 0, list.items().size());
        list.items().add(at, arguments.get(1));
        return None.NONE;
    }

    private static Value pop(ListValue list, Bound arguments) {
        var size = list.items().size();
        if (size == 0) throw TemplateException.of("pop from empty list");
        var index = arguments.integer(0, -1);
        var at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) throw TemplateException.of("pop index out of range");
        return list.items().remove(at);
    }

    private static Value remove(Rendering rendering, ListValue list, Bound arguments) {
        var at = rendering.comparison().indexOf(list.items(), arguments.get(0));
        if (at < 0) throw TemplateException.of("list.remove(x): x not in list");
        list.items().remove(at);
        return None.NONE;
    }

    private static Value reverse(ListValue list) {
        Collections.reverse(list.items());
        return None.NONE;
    }

    private static Value sort(Rendering rendering, ListValue list, Bound arguments) {
        var key = arguments.optional(0).filter(k -> k != None.NONE);
        var sorted = sorted(rendering, list.items(), key, arguments.truth(1, false));
        list.items().clear();
        list.items().addAll(sorted.items());
        return None.NONE;
    }

    private static Value index(Rendering rendering, List<Value> items, Bound arguments) {
        var from = Chars.bound(arguments.optional(1), 0, items.size());
        var to = Chars.bound(arguments.optional(2), items.size(), items.size());
        var part = from > to ? List.<Value>of() : items.subList(from, to);
        return Int.of(from + indexOf(rendering, part, arguments.get(0)));
    }

    static int indexOf(Rendering rendering, List<Value> items, Value item) {
        var at = rendering.comparison().indexOf(items, item);
        if (at < 0) throw TemplateException.of(rendering.repr(item) + " is not in list");
        return at;
    }

    private static Value count(Rendering rendering, List<Value> items, Bound arguments) {
        var count = 0;
        for (var item : items) {
            if (rendering.comparison().contains(List.of(item), arguments.get(0))) count++;
        }
        return Int.of(count);
    }
}
