package io.pipewright.engine.template;

import java.math.BigInteger;

/// Numbers as written in an expression. Source: Python's numeric literals, underscores included.
final class NumberLiteral {
    private static final int LONGEST = 4300;

    private NumberLiteral() {}

    /// Where the number that starts at `from` ends.
    static int end(String text, int from, boolean mayBeFloat) {
        var base = base(text, from);
        if (base != 10) return digits(text, from + 2, base);
        var whole = digits(text, from, 10);
        var end = mayBeFloat ? afterFraction(text, whole) : whole;
        // 0777 is no number: the part after the zeros stands alone, where nothing may stand.
        return end == whole && text.charAt(from) == '0' ? afterZeros(text, from, whole) : end;
    }

    private static int afterZeros(String text, int from, int limit) {
        var end = from;
        while (end < limit && (text.charAt(end) == '0' || text.charAt(end) == '_')) end++;
        return end;
    }

    private static int afterFraction(String text, int whole) {
        var end = whole;
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text, end + 1)) {
            end = digits(text, end + 1, 10);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            var power = end + 1;
            if (power < text.length() && "+-".indexOf(text.charAt(power)) >= 0) power++;
            if (isDigit(text, power)) end = digits(text, power, 10);
        }
        return end;
    }

    static boolean isFloat(String number) {
        if (number.length() > 1 && base(number, 0) != 10) return false;
        return number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    }

    static Value value(Token token) {
        if (token.kind() == Token.Kind.FLOAT) return new Num.Real(Double.parseDouble(token.text()));
        if (token.text().length() > LONGEST) {
            throw TemplateException.at(
                    token.line(), "a number has more than " + LONGEST + " digits");
        }
        var base = token.text().length() > 1 ? base(token.text(), 0) : 10;
        return new Num.Int(
                new BigInteger(base == 10 ? token.text() : token.text().substring(2), base));
    }

    private static int base(String text, int from) {
        if (text.charAt(from) != '0' || from + 2 >= text.length()) return 10;
        var base =
                switch (text.charAt(from + 1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 10;
                };
        return base != 10 && Character.digit(text.charAt(from + 2), base) < 0 ? 10 : base;
    }

    private static int digits(String text, int from, int base) {
        var end = from;
        while (end < text.length()
                && (isDigit(text.charAt(end), base)
                        || (text.charAt(end) == '_'
                                && end + 1 < text.length()
                                && isDigit(text.charAt(end + 1), base)))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && isDigit(text.charAt(index), 10);
    }

    private static boolean isDigit(char unit, int base) {
        return unit < 128 && Character.digit(unit, base) >= 0;
    }
}
