package io.pipewright.engine.template;

import java.util.Set;

/// A Python `set`, in order of insertion (Python's own order is not defined).
record SetValue(Set<Value> items) implements Value {
    @Override
    public String typeName() {
        return "set";
    }
}
