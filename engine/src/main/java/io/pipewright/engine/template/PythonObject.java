package io.pipewright.engine.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A module or a class: named functions and values, and a constructor where it can be called.
final class PythonObject extends HostObject {
    private final String printed;
    private final Map<String, Value> attributes = new HashMap<>();
    private Optional<Function> constructor = Optional.empty();

    PythonObject(String printed) {
        this.printed = printed;
    }

    PythonObject with(String name, Value value) {
        attributes.put(name, value);
        return this;
    }

    PythonObject with(String name, String signature, Function.Body body) {
        return with(name, new Function(name, signature, body));
    }

    PythonObject calling(String signature, Function.Body body) {
        constructor = Optional.of(new Function(printed, signature, body));
        return this;
    }

    @Override
    Optional<Value> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    Value call(Arguments arguments) {
        return constructor.isPresent() ? constructor.get().call(arguments) : super.call(arguments);
    }

    @Override
    boolean isCallable() {
        return constructor.isPresent();
    }

    @Override
    String printed() {
        return printed;
    }

    @Override
    public String typeName() {
        return isCallable() ? "type" : "module";
    }
}
