package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// What `value[index]`, `value[from:to:step]` and `len(value)` give.
final class Items {
    private Items() {}

    /// @return empty when there is no such item, whatever the reason
    static Optional<Value> at(Rendering rendering, Value target, Value index) {
        return switch (target) {
            case DictValue dict when !Keys.canBe(index) -> Optional.empty();
            case DictValue dict -> Optional.ofNullable(dict.entries().get(index));
            case Text text ->
                    indexed(rendering, text, index, i -> text.with(Chars.at(text.value(), i)));
            case Sequence list -> indexed(rendering, list, index, list.items()::get);
            case Bytes bytes ->
                    indexed(rendering, bytes, index, i -> Int.of(bytes.value()[i] & 0xff));
            case RangeValue range -> indexed(rendering, range, index, range::at);
            case Undefined undefined -> throw undefined.failure();
            default -> Optional.empty();
        };
    }

    private static Optional<Value> indexed(
            Rendering rendering, Value target, Value index, IntFunction<Value> item) {
        if (!(index instanceof Num number) || number instanceof Num.Real) return Optional.empty();
        var length = length(rendering, target).orElse(0);
        var at = Num.whole(number);
        if (at.signum() < 0) at = at.add(BigInteger.valueOf(length));
        if (at.signum() < 0 || at.compareTo(BigInteger.valueOf(length)) >= 0)
            return Optional.empty();
        return Optional.of(item.apply(at.intValue()));
    }

    /// @return empty for values without a length
    static Optional<Integer> length(Rendering rendering, Value value) {
        return switch (value) {
            case Text text -> {
                rendering.meter().reads(text.value());
                yield Optional.of(Chars.length(text.value()));
            }
            case Sequence sequence -> Optional.of(sequence.items().size());
            case DictValue dict -> Optional.of(dict.entries().size());
            case DictView view -> Optional.of(view.dict().entries().size());
            case SetValue set -> Optional.of(set.items().size());
            case RangeValue range -> Optional.of(range.length());
            case Bytes bytes -> Optional.of(bytes.value().length);
            case Undefined undefined -> {
                undefined.failIfStrict();
                yield Optional.of(0);
            }
            case HostObject object ->
                    object.attribute("length").map(n -> Num.whole((Num) n).intValue());
            case None none -> Optional.empty();
            case Num number -> Optional.empty();
            case Stream stream -> Optional.empty();
            case Temporal temporal -> Optional.empty();
        };
    }

    static int requiredLength(Rendering rendering, Value value) {
        return length(rendering, value)
                .orElseThrow(
                        () ->
                                TemplateException.of(
                                        "object of type '" + value.typeName() + "' has no len()"));
    }

    static Value slice(Rendering rendering, Value target, List<Value> bounds) {
        if (target instanceof Undefined undefined) throw undefined.failure();
        var length = length(rendering, target).orElse(0);
        var indices = indices(bounds, length);
        rendering.meter().steps(indices.size() / (target instanceof Text ? 256 : 1));
        return switch (target) {
            case Text text -> text.with(letters(text.value(), indices));
            case ListValue list -> new ListValue(picked(list.items(), indices));
            case Sequence tuple -> new TupleValue(picked(tuple.items(), indices));
            case RangeValue range ->
                    new RangeValue(
                            range.start()
                                    .add(range.step().multiply(BigInteger.valueOf(indices.from))),
                            range.start()
                                    .add(range.step().multiply(BigInteger.valueOf(indices.to))),
                            range.step().multiply(BigInteger.valueOf(indices.step)));
            case Bytes bytes -> {
                var part = new byte[indices.size()];
                for (var i = 0; i < part.length; i++) part[i] = bytes.value()[indices.at(i)];
                yield new Bytes(part);
            }
            default ->
                    throw TemplateException.of(
                            "'" + target.typeName() + "' object cannot be sliced");
        };
    }

    /// The positions a slice picks: `from`, `from + step`, and so on before `to`.
    private record Indices(int from, int to, int step) {
        int size() {
            var span = step > 0 ? (long) to - from : (long) from - to;
            return span <= 0 ? 0 : (int) ((span - 1) / Math.abs((long) step) + 1);
        }

        int at(int position) {
            return from + position * step;
        }
    }

    private static Indices indices(List<Value> bounds, int length) {
        var step = step(bounds.get(2));
        if (step > 0) {
            var from = Chars.bound(Optional.of(bounds.get(0)), 0, length);
            return new Indices(from, Chars.bound(Optional.of(bounds.get(1)), length, length), step);
        }
        return new Indices(
                backwards(bounds.get(0), length - 1, length),
                backwards(bounds.get(1), -1, length),
                step);
    }

    private static int step(Value given) {
        if (given == None.NONE) return 1;
        if (!(given instanceof Num number) || number instanceof Num.Real) {
            throw TemplateException.of("slice indices must be whole numbers or None");
        }
        var step = Num.whole(number);
        if (step.signum() == 0) throw TemplateException.of("slice step cannot be zero");
        if (step.bitLength() < 31) return step.intValue();
        return step.signum() > 0 ? Integer.MAX_VALUE : -Integer.MAX_VALUE;
    }

    private static int backwards(Value given, int otherwise, int length) {
        if (given == None.NONE) return otherwise;
        if (given instanceof Num number
                && Num.whole(number).add(BigInteger.valueOf(length)).signum() < 0) return -1;
        return Math.min(Chars.bound(Optional.of(given), 0, length), length - 1);
    }

    private static String letters(String text, Indices indices) {
        if (indices.step == 1) return Chars.part(text, indices.from, indices.to);
        var letters = Chars.each(text);
        var out = new StringBuilder();
        for (var i = 0; i < indices.size(); i++) out.append(letters.get(indices.at(i)));
        return out.toString();
    }

    private static List<Value> picked(List<Value> items, Indices indices) {
        var picked = new ArrayList<Value>();
        for (var i = 0; i < indices.size(); i++) picked.add(items.get(indices.at(i)));
        return picked;
    }
}
