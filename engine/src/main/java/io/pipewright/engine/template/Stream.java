package io.pipewright.engine.template;

import java.util.Iterator;

/// A Python generator or iterator: it can be walked through once.
final class Stream implements Value {
    private final Iterator<Value> items;

    Stream(Iterator<Value> items) {
        this.items = items;
    }

    Iterator<Value> items() {
        return items;
    }

    @Override
    public String typeName() {
        return "generator";
    }
}
