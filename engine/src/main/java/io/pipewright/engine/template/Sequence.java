package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.List;

/// A list or a tuple.
sealed interface Sequence extends Value {
    List<Value> items();

    /// A list, which may grow while the template runs.
    record ListValue(List<Value> items) implements Sequence {
        static ListValue of(List<Value> items) {
            return new ListValue(new ArrayList<>(items));
        }

        @Override
        public String typeName() {
            return "list";
        }
    }

    record TupleValue(List<Value> items) implements Sequence {
        static final TupleValue EMPTY = new TupleValue(List.of());

        static TupleValue of(Value... items) {
            return new TupleValue(List.of(items));
        }

        @Override
        public String typeName() {
            return "tuple";
        }
    }

    /// What `groupby` gives: a tuple whose two parts also have names.
    record GroupTuple(Value grouper, ListValue list) implements Sequence {
        @Override
        public List<Value> items() {
            return List.of(grouper, list);
        }

        @Override
        public String typeName() {
            return "tuple";
        }
    }
}
