package io.pipewright.engine.template;

import java.util.List;
import java.util.Optional;

/// An expression, as parsed. `line` counts from 1.
sealed interface Expr {
    int line();

    record Literal(int line, Value value) implements Expr {}

    record Name(int line, String name) implements Expr {}

    record Attribute(int line, Expr target, String name) implements Expr {}

    record Item(int line, Expr target, Expr index) implements Expr {}

    /// @param bounds start, stop and step; a `None` literal where not written
    record Slice(int line, Expr target, List<Expr> bounds) implements Expr {}

    record Call(int line, Expr target, CallArguments arguments) implements Expr {}

    record Filter(Expr input, FilterCall filter) implements Expr {
        @Override
        public int line() {
            return filter.line();
        }
    }

    record Test(Expr input, FilterCall test) implements Expr {
        @Override
        public int line() {
            return test.line();
        }
    }

    record Not(int line, Expr operand) implements Expr {}

    record Negative(int line, Expr operand) implements Expr {}

    record Positive(int line, Expr operand) implements Expr {}

    record Binary(int line, Operator operator, Expr left, Expr right) implements Expr {}

    record And(int line, Expr left, Expr right) implements Expr {}

    record Or(int line, Expr left, Expr right) implements Expr {}

    /// `first < second <= third`: true when every link holds.
    record Comparing(int line, Expr first, List<Link> links) implements Expr {}

    record Concatenation(int line, List<Expr> parts) implements Expr {}

    record Conditional(int line, Expr test, Expr then, Optional<Expr> otherwise) implements Expr {}

    record ListDisplay(int line, List<Expr> items) implements Expr {}

    record TupleDisplay(int line, List<Expr> items) implements Expr {}

    record SetDisplay(int line, List<Expr> items) implements Expr {}

    record DictDisplay(int line, List<Pair> pairs) implements Expr {}

    record Lambda(int line, List<Parameter> parameters, Expr body) implements Expr {}

    /// @param value of a dict's entry; the same as `element` for the others
    record Comprehension(int line, Result result, Expr element, Expr value, List<Clause> clauses)
            implements Expr {
        enum Result {
            LIST,
            SET,
            DICT,
            GENERATOR
        }
    }

    /// Python's rule: a name, attribute or item that is not there fails at once.
    record Required(Expr expr) implements Expr {
        @Override
        public int line() {
            return expr.line();
        }
    }

    /// One step of a comparison; `operator` as written, also `in` and `not in`.
    record Link(String operator, Expr right) {}

    record Pair(Expr key, Expr value) {}

    record Parameter(String name, Optional<Expr> otherwise) {}

    /// A filter or a test by name, with its arguments.
    record FilterCall(int line, String name, CallArguments arguments) {}

    /// `for target in items if condition…`
    record Clause(Target target, Expr items, List<Expr> conditions) {}

    /// @param rest lists given as `*items`
    /// @param namedRest dicts given as `**items`
    record CallArguments(
            List<Expr> positional, List<Named> named, List<Expr> rest, List<Expr> namedRest) {
        static final CallArguments NONE =
                new CallArguments(List.of(), List.of(), List.of(), List.of());

        boolean isEmpty() {
            return positional.isEmpty() && named.isEmpty() && rest.isEmpty() && namedRest.isEmpty();
        }
    }

    record Named(String name, Expr value) {}

    /// What a value is assigned to.
    sealed interface Target {
        record ToName(String name) implements Target {}

        record ToTuple(int line, List<Target> targets) implements Target {}

        record ToNamespace(int line, String namespace, String attribute) implements Target {}
    }
}
