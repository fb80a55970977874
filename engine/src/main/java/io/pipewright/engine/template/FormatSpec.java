package io.pipewright.engine.template;

/// A format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
///
/// @param fill one character, empty when not given
/// @param align `<`, `>`, `=`, `^`, or blank
/// @param sign `+`, `-` or a space
record FormatSpec(String fill, char align, char sign, boolean alternate, int width, Digits digits) {
    /// @param grouping `,`, `_` or blank
    /// @param precision -1 when not given
    /// @param type blank when not given
    record Digits(char grouping, int precision, char type, boolean noNegativeZero) {}

    static FormatSpec parse(String text) {
        return new Reader(text).read();
    }

    char type() {
        return digits.type();
    }

    int precision() {
        return digits.precision();
    }

    String padded(Meter meter, String text, char otherwise) {
        var filler = fill.isEmpty() ? " " : fill;
        meter.text(Math.max(text.length(), width));
        return switch (align == ' ' ? otherwise : align) {
            case '<' -> text + filler.repeat(missing(text));
            case '^' -> {
                var left = missing(text) / 2;
                yield filler.repeat(left) + text + filler.repeat(missing(text) - left);
            }
            default -> filler.repeat(missing(text)) + text;
        };
    }

    private int missing(String text) {
        return Math.max(0, width - Chars.length(text));
    }

    /// Reads one specification from left to right.
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        FormatSpec read() {
            var fill = "";
            var first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
            if (first > 0 && first < text.length() && isAlign(text.charAt(first))) {
                fill = text.substring(0, first);
                at = first;
            }
            var align = isAlign(peek()) ? next() : ' ';
            var sign = "+- ".indexOf(peek()) >= 0 && peek() != 0 ? next() : '-';
            var noNegativeZero = take('z');
            var alternate = take('#');
            if (take('0') && align == ' ') {
                align = '=';
                fill = fill.isEmpty() ? "0" : fill;
            }
            var width = Math.max(0, number());
            var grouping = peek() == ',' || peek() == '_' ? next() : ' ';
            var precision = take('.') ? requiredNumber() : -1;
            var type = peek() == 0 ? ' ' : next();
            if (at < text.length())
                throw TemplateException.of("Invalid format specifier '" + text + "'");
            var digits = new Digits(grouping, precision, type, noNegativeZero);
            return new FormatSpec(fill, align, sign, alternate, width, digits);
        }

        private static boolean isAlign(char unit) {
            return unit == '<' || unit == '>' || unit == '=' || unit == '^';
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char next() {
            return text.charAt(at++);
        }

        private boolean take(char wanted) {
            if (peek() != wanted) return false;
            at++;
            return true;
        }

        private int requiredNumber() {
            var number = number();
            if (number < 0) throw TemplateException.of("Format specifier missing precision");
            return number;
        }

        private int number() {
            var start = at;
            while (peek() >= '0' && peek() <= '9') at++;
            if (start == at) return -1;
            if (at - start > 9)
                throw TemplateException.of("Too many decimal digits in format string");
            return Integer.parseInt(text.substring(start, at));
        }
    }
}
