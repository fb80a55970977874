package io.pipewright.engine.template;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers read from texts, as Python's `int(text)` and `float(text)` read them.
final class NumberText {
    private static final int LONGEST = 4300;
    private static final Pattern REAL =
            Pattern.compile(
                    "[+-]?(\\d++(_\\d++)*+\\.?+(\\d++(_\\d++)*+)?+|\\.\\d++(_\\d++)*+)([eE][+-]?\\d++)?+");

    private NumberText() {}

    static Optional<BigInteger> whole(String text, int base) {
        var stripped = Chars.strip(text);
        var negative = stripped.startsWith("-");
        var digits = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
        var prefix = prefixBase(digits);
        var radix = base != 0 ? base : prefix < 0 ? 10 : prefix;
        if (radix == prefix) {
            digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
        }
        if (radix < 2 || radix > 36 || !isWhole(digits, radix)) return Optional.empty();
        var size = new BigInteger(digits.replace("_", ""), radix);
        return Optional.of(negative ? size.negate() : size);
    }

    private static int prefixBase(String digits) {
        if (digits.length() < 3 || digits.charAt(0) != '0') return -1;
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> -1;
        };
    }

    private static boolean isWhole(String digits, int base) {
        if (digits.isEmpty() || digits.length() > LONGEST) return false;
        if (digits.startsWith("_") || digits.endsWith("_") || digits.contains("__")) return false;
        return digits.chars().allMatch(c -> c == '_' || Character.digit(c, base) >= 0);
    }

    static Optional<Double> real(String text) {
        var stripped = Chars.strip(text);
        return switch (TextMethods.lower(stripped)) {
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            case "nan", "+nan", "-nan" -> Optional.of(Double.NaN);
            default -> finite(stripped);
        };
    }

    private static Optional<Double> finite(String text) {
        if (text.length() > LONGEST || !REAL.matcher(text).matches()) return Optional.empty();
        return Optional.of(Double.parseDouble(text.replace("_", "")));
    }
}
