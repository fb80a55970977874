package io.pipewright.engine.template;

import io.pipewright.engine.template.DictView.Part;
import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Sequence.ListValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Filters that order, cut up and join what has several items.
final class ListFilters {
    private ListFilters() {}

    static void register() {
        Filters.add("list", "", (r, in, a) -> new ListValue(r.list(in)));
        Filters.add("length", "", (r, in, a) -> Int.of(Items.requiredLength(r, in)));
        Filters.add("count", "", (r, in, a) -> Int.of(Items.requiredLength(r, in)));
        Filters.add("first", "", ListFilters::first);
        Filters.add("last", "", ListFilters::last);
        Filters.add("random", "", ListFilters::random);
        Filters.add("reverse", "", ListFilters::reverse);
        Filters.add("join", "d? attribute?", ListFilters::join);
        Filters.add("items", "", ListFilters::items);
        Filters.add("sort", "reverse? case_sensitive? attribute?", ListFilters::sort);
        Filters.add("dictsort", "case_sensitive? by? reverse?", ListFilters::dictSort);
        Filters.add("unique", "case_sensitive? attribute?", ListFilters::unique);
        Filters.add("groupby", "attribute default? case_sensitive?", ListFilters::groupBy);
        Filters.add("batch", "linecount fill_with?", ListFilters::batch);
        Filters.add("slice", "slices fill_with?", ListFilters::slice);
    }

    private static Value first(Rendering rendering, Value input, Bound arguments) {
        var items = rendering.iterate(input);
        if (items.hasNext()) return items.next();
        return rendering.undefined("", "No first item, sequence was empty.");
    }

    private static Value last(Rendering rendering, Value input, Bound arguments) {
        if (input instanceof SetValue || input instanceof Stream) {
            throw TemplateException.of("'" + input.typeName() + "' object is not reversible");
        }
        var items = rendering.list(input);
        if (!items.isEmpty()) return items.getLast();
        return rendering.undefined("", "No last item, sequence was empty.");
    }

    private static Value random(Rendering rendering, Value input, Bound arguments) {
        var items = rendering.list(input);
        if (items.isEmpty()) {
            return rendering.undefined("", "No random item, sequence was empty.");
        }
        return items.get((int) (Math.random() * items.size()));
    }

    private static Value reverse(Rendering rendering, Value input, Bound arguments) {
        if (input instanceof Text text) {
            return text.with(new StringBuilder(text.value()).reverse().toString());
        }
        if (!Rendering.isIterable(input)) {
            throw TemplateException.of("argument must be iterable");
        }
        var items = rendering.list(input);
        Collections.reverse(items);
        return new Stream(items.iterator());
    }

    private static Value join(Rendering rendering, Value input, Bound arguments) {
        var separator = rendering.str(arguments.optional(0).orElse(Text.EMPTY));
        var getter = Getter.of(rendering, arguments.optional(1), Optional.empty());
        var out = new StringBuilder();
        var between = "";
        for (var item : rendering.list(input)) {
            var value = getter.get(item);
            var text =
                    rendering.autoescapes()
                            ? Html.escape(rendering, value).value()
                            : rendering.str(value);
            rendering.meter().text((long) out.length() + between.length() + text.length());
            out.append(between).append(text);
            between = separator;
        }
        return new Text(out.toString(), rendering.autoescapes());
    }

    private static Value items(Rendering rendering, Value input, Bound arguments) {
        return switch (input) {
            case DictValue dict -> new Stream(new DictView(dict, Part.ITEMS).items().iterator());
            case Undefined undefined -> new Stream(Collections.emptyIterator());
            default -> throw TemplateException.of("Can only get item pairs from a mapping.");
        };
    }

    private static Value sort(Rendering rendering, Value input, Bound arguments) {
        var getters = Getter.several(rendering, arguments.optional(2), arguments.truth(1, false));
        var key =
                new Function(
                        "key",
                        "item",
                        a -> {
                            var keys = new ArrayList<Value>();
                            getters.forEach(getter -> keys.add(getter.get(a.get(0))));
                            return new ListValue(keys);
                        });
        return Lists.sorted(
                rendering, rendering.list(input), Optional.of(key), arguments.truth(0, false));
    }

    private static Value dictSort(Rendering rendering, Value input, Bound arguments) {
        if (!(input instanceof DictValue dict)) {
            if (input instanceof Undefined undefined) throw undefined.failure();
            throw TemplateException.of("dictsort needs a dict, not " + input.typeName());
        }
        var by = arguments.text(1, "key");
        if (!by.equals("key") && !by.equals("value")) {
            throw TemplateException.of("You can only sort by either \"key\" or \"value\"");
        }
        var position = Optional.<Value>of(Int.of(by.equals("key") ? 0 : 1));
        var getter = Getter.of(rendering, position, Optional.empty());
        var caseSensitive = arguments.truth(0, false);
        var key = new Function("key", "item", a -> folded(getter.get(a.get(0)), caseSensitive));
        var pairs = new DictView(dict, Part.ITEMS).items();
        return Lists.sorted(rendering, pairs, Optional.of(key), arguments.truth(2, false));
    }

    static Value folded(Value value, boolean caseSensitive) {
        return !caseSensitive && value instanceof Text text
                ? Text.of(TextMethods.lower(text.value()))
                : value;
    }

    /// The entries of a dict in the order of their keys, or as they are where keys have no order.
    static List<Map.Entry<Value, Value>> byKey(Rendering rendering, DictValue dict) {
        var entries = new ArrayList<>(dict.entries().entrySet());
        entries.sort(Map.Entry.comparingByKey(rendering.comparison().ascending()));
        return entries;
    }

    private static Value unique(Rendering rendering, Value input, Bound arguments) {
        var getter = Getter.of(rendering, arguments.optional(1), Optional.empty());
        var caseSensitive = arguments.truth(0, false);
        var seen = new HashSet<Value>();
        var kept = new ArrayList<Value>();
        for (var item : rendering.list(input)) {
            if (seen.add(Keys.of(folded(getter.get(item), caseSensitive)))) kept.add(item);
        }
        return new Stream(kept.iterator());
    }

    private static Value groupBy(Rendering rendering, Value input, Bound arguments) {
        var getter = Getter.of(rendering, arguments.optional(0), arguments.optional(1));
        var caseSensitive = arguments.truth(2, false);
        var key = new Function("key", "item", a -> folded(getter.get(a.get(0)), caseSensitive));
        var sorted = Lists.sorted(rendering, rendering.list(input), Optional.of(key), false);
        var groups = new ArrayList<Value>();
        var members = new ArrayList<Value>();
        for (var item : sorted.items()) {
            var same =
                    !members.isEmpty()
                            && rendering
                                    .comparison()
                                    .equal(
                                            key.call(Arguments.of(members.getFirst())),
                                            key.call(Arguments.of(item)));
            if (!same && !members.isEmpty()) groups.add(group(getter, members));
            if (!same) members.clear();
            members.add(item);
        }
        if (!members.isEmpty()) groups.add(group(getter, members));
        return new ListValue(groups);
    }

    private static Value group(Getter getter, List<Value> members) {
        return new Sequence.NamedTuple(
                "",
                List.of("grouper", "list"),
                List.of(getter.get(members.getFirst()), ListValue.of(members)));
    }

    private static Value batch(Rendering rendering, Value input, Bound arguments) {
        var size = arguments.integer(0);
        var batches = new ArrayList<Value>();
        var batch = new ArrayList<Value>();
        for (var item : rendering.list(input)) {
            if (batch.size() == size) {
                batches.add(ListValue.of(batch));
                batch.clear();
            }
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            if (arguments.hasValue(1)) {
                rendering.meter().steps(Math.max(0, size - batch.size()));
                while (batch.size() < size) batch.add(arguments.get(1));
            }
            batches.add(ListValue.of(batch));
        }
        return new Stream(batches.iterator());
    }

    private static Value slice(Rendering rendering, Value input, Bound arguments) {
        var slices = arguments.integer(0);
        var items = rendering.list(input);
        if (slices == 0) throw TemplateException.of("integer division or modulo by zero");
        rendering.meter().steps(Math.max(0, slices));
        var size = items.size() / slices;
        var larger = items.size() % slices;
        var result = new ArrayList<Value>();
        var start = 0;
        for (var i = 0; i < slices; i++) {
            var end = start + size + (i < larger ? 1 : 0);
            var part = ListValue.of(items.subList(start, end));
            if (arguments.hasValue(1) && i >= larger) part.items().add(arguments.get(1));
            result.add(part);
            start = end;
        }
        return new Stream(result.iterator());
    }
}
