package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A `lambda` with the names around it.
final class LambdaFunction extends HostObject {
    private final Evaluator evaluator;
    private final Expr.Lambda code;
    private final Scope around;

    LambdaFunction(Evaluator evaluator, Expr.Lambda code, Scope around) {
        this.evaluator = evaluator;
        this.code = code;
        this.around = around;
    }

    @Override
    Value call(Arguments arguments) {
        var meter = evaluator.rendering().meter();
        meter.enter();
        var scope = around.inner();
        bind(arguments, scope);
        var result = evaluator.value(code.body(), scope);
        meter.leave();
        return result;
    }

    private void bind(Arguments given, Scope scope) {
        var positional = new ArrayList<>(given.positional());
        var left = new HashSet<>(given.named().keySet());
        var other = DictValue.empty();
        for (var parameter : code.parameters()) {
            var name = parameter.name();
            if (name.startsWith("**")) scope.set(name.substring(2), other);
            else if (name.startsWith("*")) scope.set(name.substring(1), rest(positional));
            else if (!positional.isEmpty()) scope.set(name, positional.removeFirst());
            else if (left.remove(name)) scope.set(name, named(given, name));
            else scope.set(name, otherwise(parameter));
        }
        var takesNamed = code.parameters().stream().anyMatch(p -> p.name().startsWith("**"));
        if (!positional.isEmpty() || (!left.isEmpty() && !takesNamed)) {
            throw TemplateException.of(
                    "the lambda takes " + code.parameters().size() + " arguments, but got others");
        }
        given.named().forEach((name, value) -> putIfLeft(left.contains(name), other, name, value));
    }

    private static void putIfLeft(boolean isLeft, DictValue other, String name, Value value) {
        if (isLeft) other.put(name, value);
    }

    private static Value named(Arguments given, String name) {
        var value = given.named().get(name);
        return value == null ? None.NONE : value;
    }

    private static Value rest(List<Value> positional) {
        var rest = new Sequence.TupleValue(List.copyOf(positional));
        positional.clear();
        return rest;
    }

    private Value otherwise(Expr.Parameter parameter) {
        return parameter
                .otherwise()
                .map(expr -> evaluator.value(expr, around))
                .orElseThrow(
                        () ->
                                TemplateException.of(
                                        "the lambda misses the argument '"
                                                + parameter.name()
                                                + "'"));
    }

    @Override
    boolean isCallable() {
        return true;
    }

    @Override
    String printed() {
        return "<function <lambda>>";
    }

    @Override
    public String typeName() {
        return "function";
    }
}
