package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Num.Real;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;

/// The part of Python's `math` that data work uses.
final class MathModule {
    private MathModule() {}

    static PythonObject create() {
        return new PythonObject("<module 'math'>")
                .with("pi", new Real(Math.PI))
                .with("e", new Real(Math.E))
                .with("inf", new Real(Double.POSITIVE_INFINITY))
                .with("nan", new Real(Double.NaN))
                .with("floor", "x", a -> NumberFilters.whole(number(a, 0), RoundingMode.FLOOR))
                .with("ceil", "x", a -> NumberFilters.whole(number(a, 0), RoundingMode.CEILING))
                .with("trunc", "x", a -> new Int(Num.whole(number(a, 0))))
                .with("sqrt", "x", a -> real(a, Math::sqrt))
                .with("exp", "x", a -> real(a, Math::exp))
                .with("log", "x base?", MathModule::log)
                .with("log10", "x", a -> real(a, Math::log10))
                .with("log2", "x", a -> new Real(Math.log(positive(a, 0)) / Math.log(2)))
                .with("fabs", "x", a -> real(a, Math::abs))
                .with(
                        "pow",
                        "x y",
                        a -> new Real(Math.pow(number(a, 0).asDouble(), number(a, 1).asDouble())))
                .with("isnan", "x", a -> Bool.of(Double.isNaN(number(a, 0).asDouble())))
                .with("isinf", "x", a -> Bool.of(Double.isInfinite(number(a, 0).asDouble())));
    }

    private static Value log(Bound arguments) {
        var log = Math.log(positive(arguments, 0));
        return new Real(arguments.has(1) ? log / Math.log(positive(arguments, 1)) : log);
    }

    private static double positive(Bound arguments, int index) {
        var value = number(arguments, index).asDouble();
        if (value <= 0) throw TemplateException.of("math domain error");
        return value;
    }

    private static Value real(Bound arguments, DoubleUnaryOperator function) {
        var input = number(arguments, 0).asDouble();
        var result = function.applyAsDouble(input);
        if (Double.isFinite(input) && !Double.isFinite(result)) {
            throw TemplateException.of("math domain error");
        }
        return new Real(result);
    }

    private static Num number(Bound arguments, int index) {
        if (arguments.get(index) instanceof Num number) return number;
        throw arguments.wrong(index, "must be a number, not " + arguments.get(index).typeName());
    }
}
