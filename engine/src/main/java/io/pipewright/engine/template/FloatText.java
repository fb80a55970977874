package io.pipewright.engine.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Floats as Python writes them. Both languages choose the shortest digits that read back the same.
final class FloatText {
    private FloatText() {}

    static String repr(double value) {
        var special = special(value);
        if (!special.isEmpty()) return special;
        if (value == 0) return 1 / value < 0 ? "-0.0" : "0.0";
        var digits = shortest(value);
        var exponent = digits.precision() - digits.scale() - 1;
        if (exponent < -4 || exponent >= 16) return scientific(digits, exponent, "e");
        var plain = digits.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    // Java always shows two digits where Python is content with one: 4.9E-324, 5e-324.
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() != 2) return digits;
        var one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }

    /// `nan`, `inf` or `-inf`; empty for other numbers.
    static String special(double value) {
        if (Double.isNaN(value)) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        return "";
    }

    static String fixed(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String exponent(BigDecimal value, int places) {
        if (value.signum() == 0) return fixed(BigDecimal.ZERO, places) + "e+00";
        var rounded = value.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        var digits = rounded.movePointLeft(exponent).setScale(places, RoundingMode.HALF_EVEN);
        return digits.toPlainString() + "e" + signed(exponent);
    }

    /// @param keepZeros the `#` flag: trailing zeros stay
    static String general(BigDecimal value, int precision, boolean keepZeros) {
        var significant = Math.max(precision, 1);
        if (value.signum() == 0) return keepZeros ? fixed(value, significant - 1) : "0";
        var rounded = value.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < significant) {
            var text = fixed(rounded, significant - 1 - exponent);
            return keepZeros ? text : withoutZeros(text);
        }
        var text = exponent(rounded, significant - 1);
        var split = text.indexOf('e');
        return (keepZeros ? text.substring(0, split) : withoutZeros(text.substring(0, split)))
                + text.substring(split);
    }

    private static String scientific(BigDecimal digits, int exponent, String letter) {
        return digits.movePointLeft(exponent).stripTrailingZeros().toPlainString()
                + letter
                + signed(exponent);
    }

    private static String signed(int exponent) {
        var size = Math.abs(exponent);
        return (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static String withoutZeros(String text) {
        if (text.indexOf('.') < 0) return text;
        var end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        if (text.charAt(end - 1) == '.') end--;
        return text.substring(0, end);
    }
}
