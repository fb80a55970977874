package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Python's built-in functions, for expressions (templates have filters instead).
final class PythonBuiltins {
    private final Rendering rendering;
    private final Map<String, Value> functions = new HashMap<>();

    private PythonBuiltins(Rendering rendering) {
        this.rendering = rendering;
    }

    static Map<String, Value> of(Rendering rendering) {
        var builtins = new PythonBuiltins(rendering);
        builtins.addConversions();
        builtins.addNumbers();
        builtins.addItems();
        return builtins.functions;
    }

    private void add(String name, String signature, Function.Body body) {
        functions.put(name, new Function(name, signature, body));
    }

    private void addConversions() {
        add("str", "object?", a -> Text.of(a.has(0) ? rendering.str(a.get(0)) : ""));
        add("repr", "object", a -> Text.of(rendering.repr(a.get(0))));
        add("bool", "object?", a -> Bool.of(a.has(0) && Truth.of(a.get(0))));
        add("int", "number? base?", this::whole);
        add("float", "number?", this::real);
        add("list", "items?", a -> new ListValue(items(a)));
        add("tuple", "items?", a -> new TupleValue(items(a)));
        add("set", "items?", a -> new SetValue(Sets.of(rendering, new ListValue(items(a)))));
        add("dict", "source? **", a -> Globals.dict(rendering, a));
        add(
                "format",
                "value spec?",
                a -> Text.of(new ValueFormat(rendering).apply(a.get(0), a.text(1, ""))));
        add(
                "chr",
                "number",
                a ->
                        Text.of(
                                Character.toString(
                                        Math.clamp(a.integer(0), 0, Character.MAX_CODE_POINT))));
        add("ord", "letter", a -> Int.of(a.text(0).codePointAt(0)));
    }

    private void addNumbers() {
        add("abs", "number", a -> Filters.apply(rendering, "abs", a.get(0), Arguments.NONE));
        add("round", "number ndigits?", this::round);
        add(
                "sum",
                "items start?",
                a ->
                        PickFilters.sum(
                                rendering, a.get(0), noPath(), a.optional(1).orElse(Int.of(0))));
        add("min", "* **", a -> extreme(a, -1));
        add("max", "* **", a -> extreme(a, 1));
        add(
                "pow",
                "base exponent",
                a -> new Operators(rendering).apply(Operator.POWER, a.get(0), a.get(1)));
        add("divmod", "a b", this::divMod);
    }

    private void addItems() {
        add("len", "items", a -> Int.of(Items.requiredLength(rendering, a.get(0))));
        add("range", "start stop? step?", Globals::range);
        add("sorted", "items key? reverse?", this::sorted);
        add("reversed", "items", a -> new Stream(rendering.list(a.get(0)).reversed().iterator()));
        add("enumerate", "items start?", this::enumerate);
        add("zip", "*", this::zip);
        add("any", "items", a -> Bool.of(rendering.list(a.get(0)).stream().anyMatch(Truth::of)));
        add("all", "items", a -> Bool.of(rendering.list(a.get(0)).stream().allMatch(Truth::of)));
        add("map", "function items", this::map);
        add("filter", "function items", this::filter);
        add("next", "items default?", this::next);
        add("iter", "items", a -> new Stream(rendering.iterate(a.get(0))));
    }

    private List<Value> items(Bound arguments) {
        return arguments.has(0) ? rendering.list(arguments.get(0)) : new ArrayList<>();
    }

    private Getter noPath() {
        return Getter.of(rendering, Optional.empty(), Optional.empty());
    }

    private Value whole(Bound arguments) {
        var value = arguments.optional(0).orElse(Int.of(0));
        if (value instanceof Num number) return new Int(Num.whole(number));
        var base = arguments.integer(1, 10);
        return new Int(
                NumberText.whole(numberText(value, "int"), base)
                        .orElseThrow(() -> noNumber("int() with base " + base, value)));
    }

    private Value real(Bound arguments) {
        var value = arguments.optional(0).orElse(new Real(0));
        if (value instanceof Num number) return new Real(number.asDouble());
        return new Real(
                NumberText.real(numberText(value, "float"))
                        .orElseThrow(() -> noNumber("float()", value)));
    }

    private static String numberText(Value value, String function) {
        if (value instanceof Text text) return text.value();
        throw TemplateException.of(
                function
                        + "() argument must be a string or a number, not '"
                        + value.typeName()
                        + "'");
    }

    private TemplateException noNumber(String function, Value value) {
        return TemplateException.of(
                "invalid literal for " + function + ": " + rendering.repr(value));
    }

    private Value round(Bound arguments) {
        if (!(arguments.get(0) instanceof Num number)) {
            throw arguments.wrong(0, "must be a number, not " + arguments.get(0).typeName());
        }
        var rounded = new Arithmetic(rendering.meter()).round(number, arguments.integer(1, 0));
        return arguments.hasValue(1) ? rounded : new Int(Num.whole((Num) rounded));
    }

    private Value extreme(Bound arguments, int direction) {
        var items =
                arguments.rest().size() == 1
                        ? rendering.list(arguments.rest().getFirst())
                        : arguments.rest();
        if (items.isEmpty()) {
            var otherwise = Optional.ofNullable(arguments.named().get("default"));
            return otherwise.orElseThrow(() -> TemplateException.of("there is no item to choose"));
        }
        var key = Optional.ofNullable(arguments.named().get("key"));
        var order = rendering.comparison().ascending();
        var best = items.getFirst();
        for (var item : items.subList(1, items.size())) {
            if (Integer.signum(order.compare(keyed(key, item), keyed(key, best))) == direction)
                best = item;
        }
        return best;
    }

    private Value keyed(Optional<Value> key, Value item) {
        return key.map(f -> rendering.call(f, Arguments.of(item))).orElse(item);
    }

    private Value divMod(Bound arguments) {
        var operators = new Operators(rendering);
        return TupleValue.of(
                operators.apply(Operator.FLOOR_DIVIDE, arguments.get(0), arguments.get(1)),
                operators.apply(Operator.MODULO, arguments.get(0), arguments.get(1)));
    }

    private Value sorted(Bound arguments) {
        var key = arguments.optional(1).filter(k -> k != None.NONE);
        return Lists.sorted(
                rendering, rendering.list(arguments.get(0)), key, arguments.truth(2, false));
    }

    private Value enumerate(Bound arguments) {
        var index = (long) arguments.integer(1, 0);
        var pairs = new ArrayList<Value>();
        for (var item : rendering.list(arguments.get(0))) {
            pairs.add(TupleValue.of(Int.of(index++), item));
        }
        return new Stream(pairs.iterator());
    }

    private Value zip(Bound arguments) {
        var sources = new ArrayList<Iterator<Value>>();
        for (var items : arguments.rest()) sources.add(rendering.iterate(items));
        var rows = new ArrayList<Value>();
        while (!sources.isEmpty() && sources.stream().allMatch(Iterator::hasNext)) {
            var row = new ArrayList<Value>();
            sources.forEach(source -> row.add(source.next()));
            rows.add(new TupleValue(row));
        }
        return new Stream(rows.iterator());
    }

    private Value map(Bound arguments) {
        var changed = new ArrayList<Value>();
        for (var item : rendering.list(arguments.get(1))) {
            changed.add(rendering.call(arguments.get(0), Arguments.of(item)));
        }
        return new Stream(changed.iterator());
    }

    private Value filter(Bound arguments) {
        var kept = new ArrayList<Value>();
        for (var item : rendering.list(arguments.get(1))) {
            var passes =
                    arguments.get(0) == None.NONE
                            ? item
                            : rendering.call(arguments.get(0), Arguments.of(item));
            if (Truth.of(passes)) kept.add(item);
        }
        return new Stream(kept.iterator());
    }

    private Value next(Bound arguments) {
        if (!(arguments.get(0) instanceof Stream stream)) {
            throw TemplateException.of(
                    "'" + arguments.get(0).typeName() + "' object is not an iterator");
        }
        if (stream.items().hasNext()) return stream.items().next();
        return arguments
                .optional(1)
                .orElseThrow(() -> TemplateException.of("there is no next item"));
    }
}
