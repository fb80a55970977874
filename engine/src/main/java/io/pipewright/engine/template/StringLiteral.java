package io.pipewright.engine.template;

/// What the characters between two quotes stand for. Source: Python's string literals.
final class StringLiteral {
    private final String text;
    private final int line;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private StringLiteral(String text, int line) {
        this.text = text;
        this.line = line;
    }

    static String value(String text, int line) {
        return text.indexOf('\\') < 0 ? text : new StringLiteral(text, line).read();
    }

    private String read() {
        while (at < text.length()) {
            var unit = text.charAt(at++);
            if (unit == '\\' && at < text.length()) escape(text.charAt(at++));
            else out.append(unit);
        }
        return out.toString();
    }

    private void escape(char code) {
        switch (code) {
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(code);
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'v' -> out.append('\u000b');
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case 'U' -> hex(8);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> out.append('\\').append(code);
        }
    }

    private void hex(int digits) {
        var end = Math.min(at + digits, text.length());
        var point = 0L;
        for (var i = at; i < end; i++) point = point * 16 + digit(text.charAt(i));
        if (end - at < digits || point > Character.MAX_CODE_POINT) throw broken();
        out.appendCodePoint((int) point);
        at = end;
    }

    private int digit(char unit) {
        var digit = Character.digit(unit, 16);
        if (digit < 0) throw broken();
        return digit;
    }

    private void octal() {
        var end = at;
        while (end < text.length()
                && end < at + 2
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '7') {
            end++;
        }
        out.appendCodePoint(Integer.parseInt(text.substring(at - 1, end), 8));
        at = end;
    }

    private TemplateException broken() {
        return TemplateException.at(line, "a \\x, \\u or \\U escape in a string is cut short");
    }
}
