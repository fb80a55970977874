package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// A tuple whose parts also have names, as `groupby` and `isocalendar` give.
    ///
    /// @param printedAs the name it prints with, empty for one that prints as a plain tuple
    record NamedTuple(String printedAs, List<String> names, List<Value> items) implements Sequence {
        Optional<Value> part(String name) {
            var index = names.indexOf(name);
            return index < 0 ? Optional.empty() : Optional.of(items.get(index));
        }

        @Override
        public String typeName() {
            return "tuple";
        }
    }
}
