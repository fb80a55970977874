package io.pipewright.engine.template;

/// Texts and bytes with quotes and escapes, as Python's `repr` writes them.
final class QuotedText {
    private QuotedText() {}

    /// What `ascii()` makes of a `repr`: everything beyond 7 bits is escaped.
    static String ascii(String repr) {
        var out = new StringBuilder();
        repr.codePoints()
                .forEach(
                        point -> {
                            if (point < 128) out.append((char) point);
                            else escape(out, point, '\'', true);
                        });
        return out.toString();
    }

    static String of(Bytes bytes) {
        var text = new StringBuilder();
        for (var one : bytes.value()) text.append((char) (one & 0xff));
        var quote = quoteFor(text.toString());
        var out = new StringBuilder("b").append(quote);
        text.chars().forEach(unit -> escape(out, unit, quote, unit < 32 || unit > 126));
        return out.append(quote).toString();
    }

    static String of(String text) {
        var quote = quoteFor(text);
        var out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(point -> escape(out, point, quote, !isPrintable(point)));
        return out.append(quote).toString();
    }

    private static char quoteFor(String text) {
        return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    }

    private static void escape(StringBuilder out, int point, char quote, boolean hidden) {
        if (point == quote || point == '\\') out.append('\\').append((char) point);
        else if (point == '\n') out.append("\\n");
        else if (point == '\r') out.append("\\r");
        else if (point == '\t') out.append("\\t");
        else if (!hidden) out.appendCodePoint(point);
        else if (point < 0x100) out.append("\\x").append(hex(point, 2));
        else if (point < 0x10000) out.append("\\u").append(hex(point, 4));
        else out.append("\\U").append(hex(point, 8));
    }

    private static String hex(int point, int digits) {
        var text = Integer.toHexString(point);
        return "0".repeat(digits - text.length()) + text;
    }

    static boolean isPrintable(int point) {
        if (point == ' ') return true;
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
