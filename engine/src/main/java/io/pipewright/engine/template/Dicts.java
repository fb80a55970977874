package io.pipewright.engine.template;

import io.pipewright.engine.template.DictView.Part;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Methods of `dict`, and dicts as named arguments.
final class Dicts {
    static final MethodTable<DictValue> TABLE =
            new MethodTable<DictValue>()
                    .add("keys", "", (r, s, a) -> new DictView(s, Part.KEYS))
                    .add("values", "", (r, s, a) -> new DictView(s, Part.VALUES))
                    .add("items", "", (r, s, a) -> new DictView(s, Part.ITEMS))
                    .add(
                            "get",
                            "key default?",
                            (r, s, a) -> s.entries().getOrDefault(Keys.of(a.get(0)), a.get(1)))
                    .add("pop", "key default?", Dicts::pop)
                    .add("popitem", "", Dicts::popItem)
                    .add("setdefault", "key default?", Dicts::setDefault)
                    .add("update", "other? **", Dicts::update)
                    .add("copy", "", (r, s, a) -> new DictValue(new LinkedHashMap<>(s.entries())))
                    .add("clear", "", (r, s, a) -> clear(s))
                    .add("fromkeys", "iterable value?", (r, s, a) -> fromKeys(r, a));

    private Dicts() {}

    /// As named arguments; every key must be a text.
    static Map<String, Value> named(DictValue dict) {
        var named = new LinkedHashMap<String, Value>();
        dict.entries()
                .forEach(
                        (key, value) -> {
                            if (!(key instanceof Text text)) {
                                throw TemplateException.of("keywords must be strings");
                            }
                            named.put(text.value(), value);
                        });
        return named;
    }

    static DictValue of(Map<String, Value> named) {
        var dict = DictValue.empty();
        named.forEach(dict::put);
        return dict;
    }

    /// Adds what `dict(source)` would hold: another dict, or pairs.
    static void putAll(Rendering rendering, DictValue target, Value source) {
        if (source instanceof DictValue other) {
            rendering.meter().steps(other.entries().size());
            target.entries().putAll(new LinkedHashMap<>(other.entries()));
            return;
        }
        for (var pair : rendering.list(source)) {
            var parts = rendering.list(pair);
            if (parts.size() != 2) {
                throw TemplateException.of(
                        "a dict is made of pairs, but one has " + parts.size() + " parts");
            }
            target.entries().put(Keys.of(parts.getFirst()), parts.getLast());
        }
    }

    static DictValue fromKeys(Rendering rendering, Bound arguments) {
        var dict = DictValue.empty();
        for (var key : rendering.list(arguments.get(0))) {
            dict.entries().put(Keys.of(key), arguments.get(1));
        }
        return dict;
    }

    private static Value pop(Rendering rendering, DictValue dict, Bound arguments) {
        var removed = dict.entries().remove(Keys.of(arguments.get(0)));
        if (removed != null) return removed;
        return arguments.optional(1).orElseThrow(() -> missing(rendering, arguments.get(0)));
    }

    private static Value popItem(Rendering rendering, DictValue dict, Bound arguments) {
        if (dict.entries().isEmpty()) throw TemplateException.of("popitem(): dictionary is empty");
        var last = new ArrayList<>(dict.entries().keySet()).getLast();
        var value = dict.entries().get(last);
        dict.entries().remove(last);
        return TupleValue.of(last, value == null ? None.NONE : value);
    }

    private static Value setDefault(Rendering rendering, DictValue dict, Bound arguments) {
        return dict.entries().computeIfAbsent(Keys.of(arguments.get(0)), key -> arguments.get(1));
    }

    private static Value update(Rendering rendering, DictValue dict, Bound arguments) {
        arguments.optional(0).ifPresent(other -> putAll(rendering, dict, other));
        arguments.named().forEach(dict::put);
        return None.NONE;
    }

    private static Value clear(DictValue dict) {
        dict.entries().clear();
        return None.NONE;
    }

    static TemplateException missing(Rendering rendering, Value key) {
        return TemplateException.of("there is no key " + rendering.repr(key));
    }
}
