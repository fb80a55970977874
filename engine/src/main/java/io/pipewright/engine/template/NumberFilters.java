package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Filters that make numbers, and print sizes.
final class NumberFilters {
    private static final List<String> DECIMAL_UNITS =
            List.of("kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");
    private static final List<String> BINARY_UNITS =
            List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");

    private NumberFilters() {}

    static void register() {
        Filters.add("int", "default? base?", NumberFilters::whole);
        Filters.add("float", "default?", NumberFilters::real);
        Filters.add("abs", "", NumberFilters::absolute);
        Filters.add("round", "precision? method?", NumberFilters::round);
        Filters.add("filesizeformat", "binary?", NumberFilters::fileSize);
    }

    private static Value whole(Rendering rendering, Value input, Bound arguments) {
        var base = arguments.integer(1, 10);
        if (input instanceof Undefined undefined) throw undefined.failure();
        if (input instanceof Num number && isFinite(number)) return new Int(Num.whole(number));
        if (input instanceof Text text) {
            var parsed = NumberText.whole(text.value(), base).or(() -> throughFloat(text));
            if (parsed.isPresent()) return new Int(parsed.get());
        }
        return arguments.optional(0).orElse(Int.of(0));
    }

    private static Optional<BigInteger> throughFloat(Text text) {
        return NumberText.real(text.value())
                .filter(Double::isFinite)
                .map(value -> Num.whole(new Real(value)));
    }

    private static boolean isFinite(Num number) {
        return !(number instanceof Real real) || Double.isFinite(real.value());
    }

    private static Value real(Rendering rendering, Value input, Bound arguments) {
        return switch (input) {
            case Undefined undefined -> throw undefined.failure();
            case Num number -> new Real(number.asDouble());
            case Text text ->
                    NumberText.real(text.value())
                            .<Value>map(Real::new)
                            .or(() -> arguments.optional(0))
                            .orElse(new Real(0));
            default -> arguments.optional(0).orElse(new Real(0));
        };
    }

    private static Value absolute(Rendering rendering, Value input, Bound arguments) {
        return switch (input) {
            case Num number -> new Arithmetic(rendering.meter()).absolute(number);
            case Temporal.Delta delta -> new Temporal.Delta(delta.value().abs());
            case Undefined undefined -> throw undefined.failure();
            default ->
                    throw TemplateException.of(
                            "bad operand type for abs(): '" + input.typeName() + "'");
        };
    }

    private static Value round(Rendering rendering, Value input, Bound arguments) {
        var places = arguments.integer(0, 0);
        var method = arguments.text(1, "common");
        if (input instanceof Undefined undefined) throw undefined.failure();
        if (!(input instanceof Num number)) {
            throw TemplateException.of("round needs a number, not " + input.typeName());
        }
        return switch (method) {
            case "common" -> new Arithmetic(rendering.meter()).round(number, places);
            case "ceil" -> scaled(rendering, number, places, RoundingMode.CEILING);
            case "floor" -> scaled(rendering, number, places, RoundingMode.FLOOR);
            default -> throw TemplateException.of("method must be common, ceil or floor");
        };
    }

    private static Value scaled(Rendering rendering, Num number, int places, RoundingMode mode) {
        var arithmetic = new Arithmetic(rendering.meter());
        var power = (Num) arithmetic.apply(Operator.POWER, Int.of(10), Int.of(places));
        var moved = (Num) arithmetic.apply(Operator.MULTIPLY, number, power);
        return arithmetic.apply(Operator.DIVIDE, whole(moved, mode), power);
    }

    static Int whole(Num number, RoundingMode mode) {
        if (!(number instanceof Real real)) return new Int(Num.whole(number));
        if (!Double.isFinite(real.value())) Num.whole(real);
        return new Int(new BigDecimal(real.value()).setScale(0, mode).toBigInteger());
    }

    private static double size(Value input) {
        if (input instanceof Num number) return number.asDouble();
        var read =
                input instanceof Text text
                        ? NumberText.real(text.value())
                        : Optional.<Double>empty();
        return read.orElseThrow(
                () ->
                        TemplateException.of(
                                "filesizeformat needs a number, not " + input.typeName()));
    }

    private static Value fileSize(Rendering rendering, Value input, Bound arguments) {
        var binary = arguments.truth(0, false);
        var size = size(input);
        var base = binary ? 1024.0 : 1000.0;
        if (size == 1) return Text.of("1 Byte");
        if (size < base) return Text.of(Num.whole(new Real(size)) + " Bytes");
        var units = binary ? BINARY_UNITS : DECIMAL_UNITS;
        var index = 0;
        var unit = base * base;
        while (index < units.size() - 1 && size >= unit) {
            unit *= base;
            index++;
        }
        return Text.of(
                FloatText.fixed(new BigDecimal(base * size / unit), 1) + " " + units.get(index));
    }
}
