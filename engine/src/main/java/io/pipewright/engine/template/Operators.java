package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What `+ - * / // % ** & | ^ << >>` do between two values.
record Operators(Rendering rendering) {
    Value apply(Operator operator, Value left, Value right) {
        if (left instanceof Num a && right instanceof Num b) {
            return new Arithmetic(rendering.meter()).apply(operator, a, b);
        }
        if (left instanceof Text text && operator == Operator.MODULO) {
            return new PercentFormat(rendering, text).apply(right);
        }
        if (left instanceof Undefined undefined) throw undefined.failure();
        if (right instanceof Undefined undefined) throw undefined.failure();
        if (left instanceof Temporal || right instanceof Temporal) {
            return times(operator, left, right);
        }
        return switch (operator) {
            case ADD -> add(left, right);
            case MULTIPLY -> repeat(left, right);
            case SUBTRACT, BIT_AND, BIT_OR, BIT_XOR -> sets(operator, left, right);
            case DIVIDE, FLOOR_DIVIDE, MODULO, POWER, SHIFT_LEFT, SHIFT_RIGHT ->
                    throw unsupported(operator, left, right);
        };
    }

    static TemplateException unsupported(Operator operator, Value left, Value right) {
        var hint =
                operator == Operator.ADD && (left instanceof Text || right instanceof Text)
                        ? "Join texts and other values with ~"
                        : "";
        return TemplateException.of(
                "unsupported operand types for "
                        + operator.sign()
                        + ": '"
                        + left.typeName()
                        + "' and '"
                        + right.typeName()
                        + "'",
                hint);
    }

    private Value add(Value left, Value right) {
        if (left instanceof Text a && right instanceof Text b) return joined(a, b);
        if (left instanceof ListValue a && right instanceof ListValue b) {
            return new ListValue(concatenated(a.items(), b.items()));
        }
        if (left instanceof TupleValue a && right instanceof TupleValue b) {
            return new TupleValue(concatenated(a.items(), b.items()));
        }
        if (left instanceof Bytes a && right instanceof Bytes b) {
            var all = Arrays.copyOf(a.value(), a.value().length + b.value().length);
            System.arraycopy(b.value(), 0, all, a.value().length, b.value().length);
            rendering.meter().text(all.length);
            return new Bytes(all);
        }
        throw unsupported(Operator.ADD, left, right);
    }

    // A text that needs no escaping takes a plain one only escaped.
    private Value joined(Text left, Text right) {
        var markup = left.markup() || right.markup();
        var before = markup && !left.markup() ? Html.escape(left.value()) : left.value();
        var after = markup && !right.markup() ? Html.escape(right.value()) : right.value();
        rendering.meter().text((long) before.length() + after.length());
        return new Text(before + after, markup);
    }

    private List<Value> concatenated(List<Value> left, List<Value> right) {
        rendering.meter().steps((long) left.size() + right.size());
        var all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private Value repeat(Value left, Value right) {
        if (left instanceof Num && !(right instanceof Num)) return repeat(right, left);
        if (!(right instanceof Num count) || count instanceof Num.Real) {
            throw unsupported(Operator.MULTIPLY, left, right);
        }
        var times = (int) Math.clamp(Num.whole(count).doubleValue(), 0, Integer.MAX_VALUE);
        return switch (left) {
            case Text text -> {
                rendering.meter().text((long) text.value().length() * times);
                yield text.with(text.value().repeat(text.value().isEmpty() ? 0 : times));
            }
            case ListValue list -> new ListValue(repeated(list.items(), times));
            case TupleValue tuple -> new TupleValue(repeated(tuple.items(), times));
            default -> throw unsupported(Operator.MULTIPLY, left, right);
        };
    }

    private List<Value> repeated(List<Value> items, int times) {
        rendering.meter().steps((long) items.size() * times);
        var all = new ArrayList<Value>();
        if (!items.isEmpty()) for (var i = 0; i < times; i++) all.addAll(items);
        return all;
    }

    private Value sets(Operator operator, Value left, Value right) {
        if (operator == Operator.BIT_OR
                && left instanceof DictValue a
                && right instanceof DictValue b) {
            rendering.meter().steps((long) a.entries().size() + b.entries().size());
            var all = new LinkedHashMap<>(a.entries());
            all.putAll(b.entries());
            return new DictValue(all);
        }
        var result = new LinkedHashSet<>(members(operator, left, left, right));
        var others = members(operator, right, left, right);
        switch (operator) {
            case SUBTRACT -> result.removeAll(others);
            case BIT_AND -> result.retainAll(others);
            case BIT_OR -> result.addAll(others);
            default -> {
                var both = new LinkedHashSet<>(result);
                both.retainAll(others);
                result.addAll(others);
                result.removeAll(both);
            }
        }
        return new SetValue(result);
    }

    private Set<Value> members(Operator operator, Value side, Value left, Value right) {
        var items =
                switch (side) {
                    case SetValue set -> set.items();
                    case DictView view when view.part() != DictView.Part.VALUES ->
                            new LinkedHashSet<>(view.items());
                    default -> throw unsupported(operator, left, right);
                };
        rendering.meter().steps(items.size());
        return items;
    }

    private Value times(Operator operator, Value left, Value right) {
        try {
            return TimeArithmetic.apply(operator, left, right);
        } catch (DateTimeException | ArithmeticException e) {
            throw TemplateException.of("date value out of range");
        }
    }
}
