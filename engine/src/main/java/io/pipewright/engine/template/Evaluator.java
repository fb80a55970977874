package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.CallArguments;
import io.pipewright.engine.template.Expr.FilterCall;
import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What an expression is worth.
record Evaluator(Rendering rendering) {
    Value value(Expr expr, Scope scope) {
        rendering.isAt(expr.line());
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> named(name, scope);
            case Expr.Attribute attribute -> attribute(attribute, scope);
            case Expr.Item item -> item(item, scope);
            case Expr.Slice slice ->
                    Items.slice(
                            rendering, value(slice.target(), scope), values(slice.bounds(), scope));
            case Expr.Call call -> call(call, Map.of(), scope);
            case Expr.Filter filter ->
                    filtered(value(filter.input(), scope), filter.filter(), scope);
            case Expr.Test test -> Bool.of(passes(test, scope));
            case Expr.Not not -> Bool.of(!Truth.of(value(not.operand(), scope)));
            case Expr.Negative negative -> negative(value(negative.operand(), scope));
            case Expr.Positive positive -> positive(value(positive.operand(), scope));
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.And and -> {
                var left = value(and.left(), scope);
                yield Truth.of(left) ? value(and.right(), scope) : left;
            }
            case Expr.Or or -> {
                var left = value(or.left(), scope);
                yield Truth.of(left) ? left : value(or.right(), scope);
            }
            case Expr.Comparing comparing -> new Comparer(this).value(comparing, scope);
            case Expr.Concatenation all -> concatenation(all, scope);
            case Expr.Conditional conditional -> conditional(conditional, scope);
            case Expr.ListDisplay list -> new ListValue(values(list.items(), scope));
            case Expr.TupleDisplay tuple -> new TupleValue(values(tuple.items(), scope));
            case Expr.SetDisplay set -> set(set, scope);
            case Expr.DictDisplay dict -> dict(dict, scope);
            case Expr.Lambda lambda -> new LambdaFunction(this, lambda, scope);
            case Expr.Comprehension all -> new Comprehender(this, all).value(scope);
            case Expr.Required required -> required(required, scope);
        };
    }

    boolean holds(Expr expr, Scope scope) {
        return Truth.of(value(expr, scope));
    }

    Value filtered(Value input, FilterCall filter, Scope scope) {
        var arguments = arguments(filter.arguments(), Map.of(), scope);
        rendering.isAt(filter.line());
        return Filters.apply(rendering, filter.name(), input, arguments);
    }

    /// @param extra named arguments beside those written: the `caller` of a call block
    Value call(Expr.Call call, Map<String, Value> extra, Scope scope) {
        var callee = value(call.target(), scope);
        var arguments = arguments(call.arguments(), extra, scope);
        rendering.isAt(call.line());
        return rendering.call(callee, arguments);
    }

    private Arguments arguments(CallArguments written, Map<String, Value> extra, Scope scope) {
        if (written.isEmpty() && extra.isEmpty()) return Arguments.NONE;
        var positional = values(written.positional(), scope);
        for (var rest : written.rest()) positional.addAll(rendering.list(value(rest, scope)));
        var named = new LinkedHashMap<String, Value>();
        written.named().forEach(one -> named.put(one.name(), value(one.value(), scope)));
        for (var rest : written.namedRest()) {
            if (!(value(rest, scope) instanceof DictValue dict)) {
                throw TemplateException.of("the argument after ** must be a dict");
            }
            named.putAll(Dicts.named(dict));
        }
        named.putAll(extra);
        return new Arguments(positional, named);
    }

    private Value named(Expr.Name name, Scope scope) {
        return scope.find(name.name())
                .orElseGet(
                        () ->
                                rendering.undefined(
                                        name.name(), "'" + name.name() + "' is undefined"));
    }

    private Value attribute(Expr.Attribute attribute, Scope scope) {
        var target = value(attribute.target(), scope);
        rendering.isAt(attribute.line());
        return Lookup.attribute(rendering, target, attribute.name(), path(attribute));
    }

    private Value item(Expr.Item item, Scope scope) {
        var target = value(item.target(), scope);
        var index = value(item.index(), scope);
        return Lookup.item(rendering, target, index, path(item));
    }

    private String path(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> name.name();
            case Expr.Attribute attribute -> path(attribute.target()) + "." + attribute.name();
            case Expr.Item item when item.index() instanceof Expr.Literal literal ->
                    path(item.target()) + "[" + rendering.repr(literal.value()) + "]";
            case Expr.Item item -> path(item.target()) + "[…]";
            case Expr.Required required -> path(required.expr());
            default -> "…";
        };
    }

    private boolean passes(Expr.Test test, Scope scope) {
        var input = value(test.input(), scope);
        var arguments = arguments(test.test().arguments(), Map.of(), scope);
        rendering.isAt(test.line());
        return Tests.passes(rendering, test.test().name(), input, arguments);
    }

    private Value required(Expr.Required required, Scope scope) {
        var value = value(required.expr(), scope);
        if (value instanceof Undefined undefined) throw undefined.failure();
        return value;
    }

    private Value binary(Expr.Binary binary, Scope scope) {
        var left = value(binary.left(), scope);
        var right = value(binary.right(), scope);
        rendering.isAt(binary.line());
        return new Operators(rendering).apply(binary.operator(), left, right);
    }

    private Value negative(Value value) {
        return switch (value) {
            case Num number -> new Arithmetic(rendering.meter()).negate(number);
            case Temporal.Delta delta -> new Temporal.Delta(delta.value().negated());
            case Undefined undefined -> throw undefined.failure();
            default ->
                    throw TemplateException.of(
                            "bad operand type for unary -: '" + value.typeName() + "'");
        };
    }

    private static Value positive(Value value) {
        return switch (value) {
            case Bool bool -> new Int(Num.whole(bool));
            case Num number -> number;
            case Temporal.Delta delta -> delta;
            case Undefined undefined -> throw undefined.failure();
            default ->
                    throw TemplateException.of(
                            "bad operand type for unary +: '" + value.typeName() + "'");
        };
    }

    private Value concatenation(Expr.Concatenation all, Scope scope) {
        var out = new StringBuilder();
        for (var part : all.parts()) {
            var value = value(part, scope);
            out.append(
                    rendering.autoescapes()
                            ? Html.escape(rendering, value).value()
                            : rendering.str(value));
            rendering.meter().text(out.length());
        }
        return new Text(out.toString(), rendering.autoescapes());
    }

    private Value conditional(Expr.Conditional conditional, Scope scope) {
        if (holds(conditional.test(), scope)) return value(conditional.then(), scope);
        if (conditional.otherwise().isPresent()) {
            return value(conditional.otherwise().get(), scope);
        }
        return rendering.undefined("", "the inline if is false and has no else");
    }

    private List<Value> values(List<Expr> exprs, Scope scope) {
        var values = new ArrayList<Value>();
        for (var expr : exprs) values.add(value(expr, scope));
        return values;
    }

    private Value set(Expr.SetDisplay display, Scope scope) {
        var items = new LinkedHashSet<Value>();
        for (var item : values(display.items(), scope)) items.add(Keys.of(item));
        return new SetValue(items);
    }

    private Value dict(Expr.DictDisplay display, Scope scope) {
        var dict = DictValue.empty();
        for (var pair : display.pairs()) {
            var key = Keys.of(value(pair.key(), scope));
            dict.entries().put(key, value(pair.value(), scope));
        }
        return dict;
    }
}
