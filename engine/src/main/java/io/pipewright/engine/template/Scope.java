package io.pipewright.engine.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names and their values at one place of a template, with the scopes around it.
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, ? extends @Nullable Object> given;
    private final Map<String, Value> names = new HashMap<>();

    private Scope(Optional<Scope> outer, Map<String, ? extends @Nullable Object> given) {
        this.outer = outer;
        this.given = given;
    }

    /// @param given plain values, each converted when it is first used
    static Scope of(Map<String, Value> builtIn, Map<String, ? extends @Nullable Object> given) {
        var builtIns = new Scope(Optional.empty(), Map.of());
        builtIns.names.putAll(builtIn);
        return new Scope(Optional.of(builtIns), given);
    }

    Scope inner() {
        return new Scope(Optional.of(this), Map.of());
    }

    void set(String name, Value value) {
        names.put(name, value);
    }

    Optional<Value> find(String name) {
        for (var scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            var value = scope.get().here(name);
            if (value.isPresent()) return value;
        }
        return Optional.empty();
    }

    private Optional<Value> here(String name) {
        var known = names.get(name);
        if (known != null) return Optional.of(known);
        if (!given.containsKey(name)) return Optional.empty();
        var value = PlainValues.in(given.get(name));
        names.put(name, value);
        return Optional.of(value);
    }
}
