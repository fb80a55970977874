package io.pipewright.engine.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// `namespace(…)`: attributes that a template may set, also from inside a loop.
final class Namespace extends HostObject {
    private final Map<String, Value> attributes;

    Namespace(Map<String, Value> attributes) {
        this.attributes = new LinkedHashMap<>(attributes);
    }

    void set(String name, Value value) {
        attributes.put(name, value);
    }

    @Override
    Optional<Value> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    String printed() {
        return "<Namespace>";
    }

    @Override
    public String typeName() {
        return "Namespace";
    }
}
