package io.pipewright.engine.template;

import java.util.LinkedHashMap;
import java.util.Map;

/// A Python `dict`, in order of insertion; may grow while the template runs.
record DictValue(Map<Value, Value> entries) implements Value {
    static DictValue empty() {
        return new DictValue(new LinkedHashMap<>());
    }

    DictValue put(String key, Value value) {
        entries.put(Text.of(key), value);
        return this;
    }

    @Override
    public String typeName() {
        return "dict";
    }
}
