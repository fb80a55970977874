package io.pipewright.engine.template;

/// `pprint`: as `repr`, but with a dict's keys in order. Long values stay on one line.
final class PrettyText {
    private PrettyText() {}

    static String of(Rendering rendering, Value value) {
        return rendering.repr(sorted(rendering, value));
    }

    private static Value sorted(Rendering rendering, Value value) {
        if (!(value instanceof DictValue dict)) return value;
        var result = DictValue.empty();
        for (var pair : ListFilters.byKey(rendering, dict)) {
            result.entries().put(pair.getKey(), sorted(rendering, pair.getValue()));
        }
        return result;
    }
}
