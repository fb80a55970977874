package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows an `attribute` argument of a filter, as in `sort(attribute='address.city')`.
///
/// @param otherwise stands for a part that is not there
/// @param lowers whether a text found counts without its case
record Getter(Rendering rendering, List<Value> path, Optional<Value> otherwise, boolean lowers) {
    static Getter of(Rendering rendering, Optional<Value> attribute, Optional<Value> otherwise) {
        return new Getter(
                rendering,
                attribute.map(Getter::path).orElse(List.of()),
                otherwise.filter(value -> value != None.NONE),
                false);
    }

    /// One getter for each attribute with a comma between: `sort(attribute='city,name')`.
    static List<Getter> several(
            Rendering rendering, Optional<Value> attribute, boolean caseSensitive) {
        var getters = new ArrayList<Getter>();
        var parts =
                attribute.isPresent() && attribute.get() instanceof Text text
                        ? List.of(text.value().split(",", -1))
                        : List.<String>of();
        for (var part : parts) {
            getters.add(
                    new Getter(rendering, path(Text.of(part)), Optional.empty(), !caseSensitive));
        }
        if (getters.isEmpty()) {
            var path = attribute.map(Getter::path).orElse(List.of());
            getters.add(new Getter(rendering, path, Optional.empty(), !caseSensitive));
        }
        return getters;
    }

    private static List<Value> path(Value attribute) {
        if (attribute == None.NONE) return List.of();
        if (!(attribute instanceof Text text)) return List.of(attribute);
        var path = new ArrayList<Value>();
        for (var part : text.value().split("\\.", -1)) path.add(step(part));
        return path;
    }

    private static Value step(String part) {
        var number =
                !part.isEmpty()
                        && part.length() < 10
                        && part.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Num.Int.of(Integer.parseInt(part)) : Text.of(part);
    }

    Value get(Value item) {
        var value = item;
        for (var step : path) {
            value = Lookup.item(rendering, value, step, rendering.str(step));
            if (value instanceof Undefined && otherwise.isPresent()) value = otherwise.get();
        }
        return ListFilters.folded(value, !lowers);
    }
}
