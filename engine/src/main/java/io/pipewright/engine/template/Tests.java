package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Jinja2's tests by name: `x is odd`.
final class Tests {
    /// Whether a value passes, with arguments that fit the signature.
    @FunctionalInterface
    private interface Body {
        boolean passes(Rendering rendering, Value input, Bound arguments);
    }

    private record Test(Signature signature, Body body) {}

    private static final Map<String, Test> ALL = new HashMap<>();

    static {
        add("defined", "", (r, in, a) -> !(in instanceof Undefined));
        add("undefined", "", (r, in, a) -> in instanceof Undefined);
        add("none", "", (r, in, a) -> in == None.NONE);
        add("boolean", "", (r, in, a) -> in instanceof Bool);
        add("true", "", (r, in, a) -> in instanceof Bool bool && bool.value());
        add("false", "", (r, in, a) -> in instanceof Bool bool && !bool.value());
        add("integer", "", (r, in, a) -> in instanceof Int);
        add("float", "", (r, in, a) -> in instanceof Num.Real);
        add("number", "", (r, in, a) -> in instanceof Num);
        add("string", "", (r, in, a) -> in instanceof Text);
        add("mapping", "", (r, in, a) -> in instanceof DictValue);
        add("iterable", "", Tests::iterable);
        add("sequence", "", Tests::sequence);
        add("callable", "", (r, in, a) -> isCallable(in));
        add("escaped", "", (r, in, a) -> in instanceof Text text && text.markup());
        add("filter", "", (r, in, a) -> in instanceof Text text && Filters.isKnown(text.value()));
        add("test", "", (r, in, a) -> in instanceof Text text && isKnown(text.value()));
        add("upper", "", (r, in, a) -> TextMethods.isUpper(r.str(in)));
        add("lower", "", (r, in, a) -> TextMethods.isLower(r.str(in)));
        add("odd", "", (r, in, a) -> remainder(r, in, Int.of(2)).equals(Int.of(1)));
        add("even", "", (r, in, a) -> remainder(r, in, Int.of(2)).equals(Int.of(0)));
        add("divisibleby", "num", (r, in, a) -> remainder(r, in, a.get(0)).equals(Int.of(0)));
        add("sameas", "other", (r, in, a) -> Comparer.same(in, a.get(0)));
        add("in", "seq", (r, in, a) -> Comparer.contains(r, a.get(0), in));
        comparison(
                List.of("==", "eq", "equalto"), (r, in, a) -> r.comparison().equal(in, a.get(0)));
        comparison(List.of("!=", "ne"), (r, in, a) -> !r.comparison().equal(in, a.get(0)));
        comparison(
                List.of("<", "lt", "lessthan"),
                (r, in, a) -> r.comparison().isLess(in, a.get(0), "<"));
        comparison(List.of("<=", "le"), (r, in, a) -> r.comparison().isAtMost(in, a.get(0), "<="));
        comparison(
                List.of(">", "gt", "greaterthan"),
                (r, in, a) -> r.comparison().isLess(a.get(0), in, ">"));
        comparison(List.of(">=", "ge"), (r, in, a) -> r.comparison().isAtMost(a.get(0), in, ">="));
    }

    private Tests() {}

    static boolean isKnown(String name) {
        return ALL.containsKey(name);
    }

    static boolean passes(Rendering rendering, String name, Value input, Arguments arguments) {
        var test = ALL.get(name);
        if (test == null) throw ExpressionParser.unknown("test", name);
        rendering.pay(input);
        return test.body().passes(rendering, input, test.signature().bind(name, arguments));
    }

    private static void add(String name, String signature, Body body) {
        ALL.put(name, new Test(Signature.of(signature), body));
    }

    private static void comparison(List<String> names, Body body) {
        for (var name : names) add(name, "other", body);
    }

    // Jinja2's undefined can be called, if only to fail.
    private static boolean isCallable(Value input) {
        return input instanceof Undefined
                || (input instanceof HostObject object && object.isCallable());
    }

    private static boolean iterable(Rendering rendering, Value input, Bound arguments) {
        if (input instanceof Undefined undefined) undefined.failIfStrict();
        return Rendering.isIterable(input);
    }

    private static boolean sequence(Rendering rendering, Value input, Bound arguments) {
        return switch (input) {
            case Text text -> true;
            case Bytes bytes -> true;
            case Sequence sequence -> true;
            case DictValue dict -> true;
            case RangeValue range -> true;
            case Undefined undefined -> !undefined.strict();
            default -> false;
        };
    }

    private static Value remainder(Rendering rendering, Value input, Value divisor) {
        if (input instanceof Text) {
            // '%' formats a text: it never leaves a remainder.
            throw TemplateException.of("not all arguments converted during string formatting");
        }
        return new Operators(rendering).apply(Operator.MODULO, input, divisor);
    }
}
