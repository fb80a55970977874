package io.pipewright.engine.template;

import java.util.Optional;

/// Jinja2's two ways into a value: `a.b` asks for the attribute first, `a['b']` for the item first, and
/// each falls back to the other.
final class Lookup {
    private Lookup() {}

    /// @param path how the template names this, for the report of an undefined name
    static Value attribute(Rendering rendering, Value target, String name, String path) {
        return Attributes.of(rendering, target, name)
                .or(() -> Items.at(rendering, target, Text.of(name)))
                .orElseGet(
                        () -> rendering.undefined(path, missing(rendering, target, Text.of(name))));
    }

    static Value item(Rendering rendering, Value target, Value index, String path) {
        return Items.at(rendering, target, index)
                .or(
                        () ->
                                index instanceof Text name
                                        ? Attributes.of(rendering, target, name.value())
                                        : Optional.empty())
                .orElseGet(() -> rendering.undefined(path, missing(rendering, target, index)));
    }

    private static String missing(Rendering rendering, Value target, Value index) {
        var type = target == None.NONE ? "None" : "'" + target.typeName() + " object'";
        if (index instanceof Text name) return type + " has no attribute '" + name.value() + "'";
        return type + " has no element " + rendering.repr(index);
    }
}
