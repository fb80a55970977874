package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.List;

/// What `dict.keys()`, `.values()` and `.items()` give: it follows the dict.
record DictView(DictValue dict, Part part) implements Value {
    enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    List<Value> items() {
        return switch (part) {
            case KEYS -> new ArrayList<>(dict.entries().keySet());
            case VALUES -> new ArrayList<>(dict.entries().values());
            case ITEMS -> pairs();
        };
    }

    private List<Value> pairs() {
        var pairs = new ArrayList<Value>();
        dict.entries().forEach((key, value) -> pairs.add(TupleValue.of(key, value)));
        return pairs;
    }

    @Override
    public String typeName() {
        return switch (part) {
            case KEYS -> "dict_keys";
            case VALUES -> "dict_values";
            case ITEMS -> "dict_items";
        };
    }
}
