package io.pipewright.engine.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Python's `==` and `<` between values. Every pair of elements compared costs a step.
record Comparison(Meter meter) {
    boolean equal(Value left, Value right) {
        if (left instanceof Undefined undefined) undefined.failIfStrict();
        if (right instanceof Undefined undefined) undefined.failIfStrict();
        if (left instanceof Sequence a && right instanceof Sequence b) {
            return isList(a) == isList(b) && equalItems(a.items(), b.items());
        }
        if (left instanceof DictValue a && right instanceof DictValue b) return equalDicts(a, b);
        if (left instanceof RangeValue a && right instanceof RangeValue b) return equalRanges(a, b);
        return left.equals(right);
    }

    boolean contains(List<Value> items, Value wanted) {
        return indexOf(items, wanted) >= 0;
    }

    int indexOf(List<Value> items, Value wanted) {
        for (var i = 0; i < items.size(); i++) {
            meter.step();
            if (isOrEquals(items.get(i), wanted)) return i;
        }
        return -1;
    }

    /// Below, at or above zero as `left` is less than, equal to or greater than `right`.
    int order(Value left, Value right, String operator) {
        return switch (left) {
            case Num a when right instanceof Num b -> Num.compare(a, b);
            case Text a when right instanceof Text b -> codePoints(a.value(), b.value());
            case Bytes a when right instanceof Bytes b ->
                    Arrays.compareUnsigned(a.value(), b.value());
            case Sequence a when right instanceof Sequence b && isList(a) == isList(b) ->
                    orderItems(a.items(), b.items(), operator);
            case Temporal a when right instanceof Temporal b -> orderTimes(a, b, operator);
            case Undefined undefined -> throw undefined.failure();
            case Value value when right instanceof Undefined undefined -> throw undefined.failure();
            default -> throw notOrdered(left, right, operator);
        };
    }

    Comparator<Value> ascending() {
        return (left, right) -> {
            meter.step();
            if (left instanceof Num a && right instanceof Num b && Num.unordered(a, b)) return 0;
            return order(left, right, "<");
        };
    }

    boolean isLess(Value left, Value right, String operator) {
        if (left instanceof Num a && right instanceof Num b && Num.unordered(a, b)) return false;
        if (left instanceof SetValue a && right instanceof SetValue b) {
            return b.items().containsAll(a.items()) && a.items().size() < b.items().size();
        }
        return order(left, right, operator) < 0;
    }

    boolean isAtMost(Value left, Value right, String operator) {
        if (left instanceof Num a && right instanceof Num b && Num.unordered(a, b)) return false;
        if (left instanceof SetValue a && right instanceof SetValue b) {
            return b.items().containsAll(a.items());
        }
        return order(left, right, operator) <= 0;
    }

    private static boolean isList(Sequence sequence) {
        return sequence instanceof Sequence.ListValue;
    }

    private boolean isOrEquals(Value left, Value right) {
        return Comparer.isOneObject(left, right) || equal(left, right);
    }

    private boolean equalItems(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) return false;
        for (var i = 0; i < left.size(); i++) {
            meter.step();
            if (!isOrEquals(left.get(i), right.get(i))) return false;
        }
        return true;
    }

    private boolean equalDicts(DictValue left, DictValue right) {
        if (left.entries().size() != right.entries().size()) return false;
        for (var entry : left.entries().entrySet()) {
            meter.step();
            var other = right.entries().get(entry.getKey());
            if (other == null || !isOrEquals(entry.getValue(), other)) return false;
        }
        return true;
    }

    private static boolean equalRanges(RangeValue left, RangeValue right) {
        var length = left.length();
        if (length != right.length()) return false;
        if (length == 0) return true;
        return left.start().equals(right.start())
                && (length == 1 || left.step().equals(right.step()));
    }

    private int orderItems(List<Value> left, List<Value> right, String operator) {
        var common = Math.min(left.size(), right.size());
        for (var i = 0; i < common; i++) {
            meter.step();
            if (!isOrEquals(left.get(i), right.get(i))) {
                return order(left.get(i), right.get(i), operator);
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int orderTimes(Temporal left, Temporal right, String operator) {
        if (left instanceof Temporal.DateTime a && right instanceof Temporal.DateTime b) {
            if (a.zone().isPresent() != b.zone().isPresent()) {
                throw TemplateException.of("can't compare offset-naive and offset-aware datetimes");
            }
            return a.inUtc().compareTo(b.inUtc());
        }
        if (left instanceof Temporal.Date a && right instanceof Temporal.Date b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof Temporal.Time a && right instanceof Temporal.Time b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof Temporal.Delta a && right instanceof Temporal.Delta b) {
            return a.value().compareTo(b.value());
        }
        throw notOrdered(left, right, operator);
    }

    // Java orders UTF-16 units, Python code points: they differ above the surrogates.
    private static int codePoints(String left, String right) {
        var common = Math.min(left.length(), right.length());
        for (var i = 0; i < common; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    private static TemplateException notOrdered(Value left, Value right, String operator) {
        return TemplateException.of(
                "'"
                        + operator
                        + "' is not supported between '"
                        + left.typeName()
                        + "' and '"
                        + right.typeName()
                        + "'");
    }
}
