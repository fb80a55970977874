package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.TupleValue;
import java.math.BigDecimal;
import java.util.List;

/// `'%s of %03d' % (a, b)`.
final class PercentFormat {
    /// One `%` with its flags; precision is -1 when not given.
    private record Directive(String flags, int width, int precision, char type) {
        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    private final Rendering rendering;
    private final Text format;
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private List<Value> values = List.of();
    private Value mapping = None.NONE;
    private int used;
    private int at;

    PercentFormat(Rendering rendering, Text format) {
        this.rendering = rendering;
        this.format = format;
        this.text = format.value();
    }

    Text apply(Value arguments) {
        values = arguments instanceof TupleValue tuple ? tuple.items() : List.of(arguments);
        mapping = arguments;
        while (at < text.length()) {
            var unit = text.charAt(at++);
            if (unit == '%') directive();
            else out.append(unit);
        }
        if (used < values.size() && !mayBeUnused(arguments)) {
            throw TemplateException.of("not all arguments converted during string formatting");
        }
        return format.with(out.toString());
    }

    // Python asks this only of what has no items of its own: a dict may hold more than is used.
    private static boolean mayBeUnused(Value arguments) {
        return switch (arguments) {
            case DictValue dict -> true;
            case Sequence.ListValue list -> true;
            case RangeValue range -> true;
            case Bytes bytes -> true;
            case Undefined undefined -> true;
            default -> false;
        };
    }

    private void directive() {
        var named = at < text.length() && text.charAt(at) == '(';
        var key = named ? key() : "";
        var flags = at;
        while (at < text.length() && "#0- +".indexOf(text.charAt(at)) >= 0) at++;
        var flagText = text.substring(flags, at);
        var width = number();
        if (width < 0) {
            flagText += "-";
            width = -width;
        }
        var precision = -1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            precision = Math.max(0, number());
        }
        while (at < text.length() && "hlL".indexOf(text.charAt(at)) >= 0) at++;
        if (at >= text.length()) throw TemplateException.of("incomplete format");
        var directive = new Directive(flagText, width, precision, text.charAt(at++));
        rendering.meter().text((long) out.length() + width + Math.max(0, precision));
        if (directive.type() == '%') out.append('%');
        else out.append(padded(directive, shown(directive, named ? keyed(key) : next())));
    }

    private String key() {
        var depth = 0;
        var start = at + 1;
        for (; at < text.length(); at++) {
            if (text.charAt(at) == '(') depth++;
            else if (text.charAt(at) == ')' && --depth == 0) return text.substring(start, at++);
        }
        throw TemplateException.of("incomplete format key");
    }

    private int number() {
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            if (next() instanceof Num.Int whole && whole.value().bitLength() < 31) {
                return whole.value().intValue();
            }
            throw TemplateException.of("* wants int");
        }
        var start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at - start > 9) throw TemplateException.of("width too big");
        return start == at ? 0 : Integer.parseInt(text.substring(start, at));
    }

    private Value next() {
        if (used >= values.size()) {
            throw TemplateException.of("not enough arguments for format string");
        }
        return values.get(used++);
    }

    private Value keyed(String key) {
        if (!(mapping instanceof DictValue dict))
            throw TemplateException.of("format requires a mapping");
        var value = dict.entries().get(Text.of(key));
        if (value == null) throw Dicts.missing(rendering, Text.of(key));
        return value;
    }

    private String shown(Directive directive, Value value) {
        return switch (directive.type()) {
            case 's' -> cut(directive, escaped(value));
            case 'r' -> cut(directive, rendering.repr(value));
            case 'a' -> cut(directive, QuotedText.ascii(rendering.repr(value)));
            case 'c' -> character(value);
            case 'd', 'i', 'u', 'o', 'x', 'X' -> whole(directive, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> real(directive, value);
            default ->
                    throw TemplateException.of(
                            "unsupported format character '" + directive.type() + "'");
        };
    }

    private String escaped(Value value) {
        var plain = rendering.str(value);
        var safe = value instanceof Text t && t.markup();
        return format.markup() && !safe ? Html.escape(plain) : plain;
    }

    private static String cut(Directive directive, String shown) {
        var most = directive.precision();
        return most >= 0 && most < Chars.length(shown) ? Chars.part(shown, 0, most) : shown;
    }

    private static String character(Value value) {
        if (value instanceof Text t && Chars.length(t.value()) == 1) return t.value();
        if (isCodePoint(value)) {
            return Character.toString(Num.whole((Num) value).intValue());
        }
        throw TemplateException.of("%c requires int or char");
    }

    private static boolean isCodePoint(Value value) {
        return (value instanceof Num.Int || value instanceof Num.Bool)
                && Num.whole((Num) value).signum() >= 0
                && Num.whole((Num) value).bitLength() <= 20;
    }

    private static String whole(Directive directive, Value value) {
        var decimal = "diu".indexOf(directive.type()) >= 0;
        if (!(value instanceof Num number) || (!decimal && number instanceof Num.Real)) {
            throw TemplateException.of(
                    "%"
                            + directive.type()
                            + " format: a number is required, not "
                            + value.typeName());
        }
        var whole = Num.whole(number);
        var digits = ValueFormat.inBase(whole.abs(), directive.type());
        digits = "0".repeat(Math.max(0, directive.precision() - digits.length())) + digits;
        var prefix = directive.has('#') ? ValueFormat.prefix(directive.type()) : "";
        return sign(directive, whole.signum() < 0) + prefix + digits;
    }

    private static String real(Directive directive, Value value) {
        if (!(value instanceof Num number)) {
            throw TemplateException.of("must be real number, not " + value.typeName());
        }
        var real = number.asDouble();
        var negative = real < 0 || (real == 0 && 1 / real < 0);
        var special = FloatText.special(Math.abs(real));
        var precision = directive.precision() < 0 ? 6 : directive.precision();
        var digits = special;
        if (special.isEmpty()) {
            var exact = new BigDecimal(Math.abs(real));
            digits =
                    switch (directive.type()) {
                        case 'e', 'E' -> FloatText.exponent(exact, precision);
                        case 'f', 'F' -> FloatText.fixed(exact, precision);
                        default -> FloatText.general(exact, precision, directive.has('#'));
                    };
        }
        if (Character.isUpperCase(directive.type())) digits = TextMethods.upper(digits);
        return sign(directive, negative) + digits;
    }

    private static String sign(Directive directive, boolean negative) {
        if (negative) return "-";
        return directive.has('+') ? "+" : directive.has(' ') ? " " : "";
    }

    private static String padded(Directive directive, String shown) {
        var missing = Math.max(0, directive.width() - Chars.length(shown));
        if (directive.has('-')) return shown + " ".repeat(missing);
        if (!directive.has('0') || "srac".indexOf(directive.type()) >= 0) {
            return " ".repeat(missing) + shown;
        }
        var digits = 0;
        while (digits < shown.length() && "+- ".indexOf(shown.charAt(digits)) >= 0) digits++;
        if (shown.startsWith("x", digits + 1)
                || shown.startsWith("X", digits + 1)
                || shown.startsWith("o", digits + 1)) digits += 2;
        return shown.substring(0, digits) + "0".repeat(missing) + shown.substring(digits);
    }
}
