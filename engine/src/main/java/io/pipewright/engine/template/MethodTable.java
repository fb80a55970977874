package io.pipewright.engine.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The methods of one type of value, by name.
final class MethodTable<T extends Value> {
    /// The work of a method on its own object, with arguments that fit the signature.
    @FunctionalInterface
    interface Body<T> {
        Value call(Rendering rendering, T self, Bound arguments);
    }

    private record Method<T>(Signature signature, Body<T> body) {}

    private final Map<String, Method<T>> methods = new HashMap<>();

    MethodTable<T> add(String name, String signature, Body<T> body) {
        methods.put(name, new Method<>(Signature.of(signature), body));
        return this;
    }

    MethodTable<T> addAll(MethodTable<T> others) {
        methods.putAll(others.methods);
        return this;
    }

    Optional<Value> bind(Rendering rendering, T self, String name) {
        var method = methods.get(name);
        if (method == null) return Optional.empty();
        return Optional.of(
                new Function(
                        name,
                        method.signature(),
                        arguments -> {
                            rendering.pay(self);
                            return method.body().call(rendering, self, arguments);
                        }));
    }
}
