package io.pipewright.engine.template;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Python's `format(value, spec)`.
record ValueFormat(Rendering rendering) {
    String apply(Value value, String spec) {
        if (value instanceof Temporal temporal && !(value instanceof Temporal.Delta)) {
            return spec.isEmpty() ? TimeText.str(temporal) : Strftime.format(temporal, spec);
        }
        if (spec.isEmpty()) return rendering.str(value);
        var parsed = FormatSpec.parse(spec);
        return switch (value) {
            case Text text -> text(text.value(), parsed);
            case Num number -> number(number, parsed);
            default ->
                    throw TemplateException.of(
                            "unsupported format string passed to "
                                    + value.typeName()
                                    + ".__format__");
        };
    }

    private String text(String text, FormatSpec spec) {
        if (spec.type() != 's' && spec.type() != ' ') throw unknownType(spec, "str");
        if (spec.align() == '=' && spec.fill().isEmpty()) {
            throw TemplateException.of("'=' alignment not allowed in string format specifier");
        }
        if (spec.sign() != '-' || spec.digits().grouping() != ' ' || spec.alternate()) {
            throw TemplateException.of("a text takes no sign, grouping or # in its format");
        }
        var shown =
                spec.precision() >= 0 && spec.precision() < Chars.length(text)
                        ? Chars.part(text, 0, spec.precision())
                        : text;
        return spec.align() == '='
                ? new FormatSpec(spec.fill(), '<', '-', false, spec.width(), spec.digits())
                        .padded(rendering.meter(), shown, '<')
                : spec.padded(rendering.meter(), shown, '<');
    }

    private String number(Num number, FormatSpec spec) {
        rendering.meter().text(Math.max(spec.precision(), 0));
        return switch (spec.type()) {
            case 'd', 'n', 'b', 'o', 'x', 'X', 'c' -> whole(number, spec);
            case ' ' -> number instanceof Num.Real ? real(number, spec) : whole(number, spec);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(number, spec);
            default -> throw unknownType(spec, number.typeName());
        };
    }

    private String whole(Num number, FormatSpec spec) {
        if (number instanceof Num.Real) {
            if (spec.type() == 'n') return real(number, spec);
            throw unknownType(spec, "float");
        }
        if (spec.precision() >= 0) {
            throw TemplateException.of("Precision not allowed in integer format specifier");
        }
        var value = Num.whole(number);
        if (spec.type() == 'c') {
            return spec.padded(rendering.meter(), Character.toString(value.intValueExact()), '<');
        }
        var size = value.abs();
        var prefix = spec.alternate() ? prefix(spec.type()) : "";
        var digits =
                switch (spec.type()) {
                    case 'b' -> size.toString(2);
                    case 'o' -> size.toString(8);
                    case 'x' -> size.toString(16);
                    case 'X' -> TextMethods.upper(size.toString(16));
                    default -> size.toString();
                };
        var group = spec.type() == ' ' || spec.type() == 'd' || spec.type() == 'n' ? 3 : 4;
        return assembled(value.signum() < 0, prefix, digits, group, spec);
    }

    static String prefix(char type) {
        return switch (type) {
            case 'b' -> "0b";
            case 'o' -> "0o";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
        };
    }

    private String real(Num number, FormatSpec spec) {
        var value = number.asDouble();
        var negative = value < 0 || (value == 0 && 1 / value < 0);
        var special = FloatText.special(Math.abs(value));
        var digits = special.isEmpty() ? digits(Math.abs(value), spec) : special;
        if (!special.isEmpty() && spec.type() == '%') digits += "%";
        if (Character.isUpperCase(spec.type())) digits = TextMethods.upper(digits);
        if (spec.digits().noNegativeZero() && isZero(digits)) negative = false;
        return assembled(negative, "", digits, 3, spec);
    }

    private static boolean isZero(String digits) {
        return digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static String digits(double size, FormatSpec spec) {
        var exact = new BigDecimal(size);
        var precision = spec.precision() < 0 ? 6 : spec.precision();
        return switch (spec.type()) {
            case 'e', 'E' -> FloatText.exponent(exact, precision);
            case 'f', 'F' -> FloatText.fixed(exact, precision);
            case '%' -> FloatText.fixed(exact.movePointRight(2), precision) + "%";
            case 'g', 'G', 'n' -> FloatText.general(exact, precision, spec.alternate());
            default -> plain(size, exact, spec.precision());
        };
    }

    // Without a type a float keeps a digit after the point.
    private static String plain(double size, BigDecimal exact, int precision) {
        if (precision < 0) return FloatText.repr(size);
        var text = FloatText.general(exact, precision, false);
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0) return text;
        if (text.length() < Math.max(precision, 1)) return text + ".0";
        var exponent = FloatText.exponent(exact, Math.max(precision, 1) - 1);
        return size == 0 ? "0.0" : exponent.replace(".0e", "e");
    }

    private String assembled(
            boolean negative, String prefix, String digits, int group, FormatSpec spec) {
        var sign = negative ? "-" : spec.sign() == '-' ? "" : String.valueOf(spec.sign());
        var head = sign + prefix;
        var zeros = spec.align() == '=' && spec.fill().equals("0");
        var body =
                spec.digits().grouping() == ' '
                        ? digits
                        : grouped(digits, group, spec, zeros ? spec.width() - head.length() : 0);
        if (spec.align() != '=') return spec.padded(rendering.meter(), head + body, '>');
        rendering.meter().text(spec.width());
        var fill = spec.fill().isEmpty() ? " " : spec.fill();
        return head + fill.repeat(Math.max(0, spec.width() - head.length() - body.length())) + body;
    }

    private String grouped(String digits, int size, FormatSpec spec, int width) {
        rendering.meter().text(width);
        var end = 0;
        while (end < digits.length()
                && Character.digit(digits.charAt(end), 16) >= 0
                && (size == 4 || digits.charAt(end) <= '9')) end++;
        var whole = new StringBuilder(digits.substring(0, end));
        var rest = digits.substring(end);
        while (withSeparators(whole.length(), size) + rest.length() < width) whole.insert(0, '0');
        var out = new StringBuilder();
        for (var i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % size == 0) out.append(spec.digits().grouping());
            out.append(whole.charAt(i));
        }
        return out + rest;
    }

    private static int withSeparators(int digits, int size) {
        return digits + Math.max(0, digits - 1) / size;
    }

    static String inBase(BigInteger size, char type) {
        return switch (type) {
            case 'o' -> size.toString(8);
            case 'x' -> size.toString(16);
            case 'X' -> TextMethods.upper(size.toString(16));
            default -> size.toString();
        };
    }

    private static TemplateException unknownType(FormatSpec spec, String type) {
        return TemplateException.of(
                "Unknown format code '" + spec.type() + "' for object of type '" + type + "'");
    }
}
