package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;

/// What a call was given.
record Arguments(List<Value> positional, Map<String, Value> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    static Arguments of(Value... positional) {
        return new Arguments(List.of(positional), Map.of());
    }
}
