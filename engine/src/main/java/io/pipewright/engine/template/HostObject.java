package io.pipewright.engine.template;

import java.util.Optional;

/// An object of the engine's own with named attributes: `loop`, a macro, a namespace, a function.
abstract non-sealed class HostObject implements Value {
    /// @return empty when it has no attribute of this name
    Optional<Value> attribute(String name) {
        return Optional.empty();
    }

    Value call(Arguments arguments) {
        throw TemplateException.of("'" + typeName() + "' object is not callable");
    }

    boolean isCallable() {
        return false;
    }

    /// How it prints.
    abstract String printed();
}
