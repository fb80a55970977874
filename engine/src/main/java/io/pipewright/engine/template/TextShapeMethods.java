package io.pipewright.engine.template;

/// Methods of `str` that pad, strip and join.
final class TextShapeMethods {
    static final MethodTable<Text> TABLE =
            new MethodTable<Text>()
                    .add("strip", "chars?", (r, s, a) -> strip(s, a, true, true))
                    .add("lstrip", "chars?", (r, s, a) -> strip(s, a, true, false))
                    .add("rstrip", "chars?", (r, s, a) -> strip(s, a, false, true))
                    .add(
                            "center",
                            "width fill?",
                            (r, s, a) ->
                                    s.with(center(r.meter(), s.value(), a.integer(0), fill(a))))
                    .add(
                            "ljust",
                            "width fill?",
                            (r, s, a) ->
                                    s.with(pad(r.meter(), s.value(), a.integer(0), fill(a), 0)))
                    .add(
                            "rjust",
                            "width fill?",
                            (r, s, a) ->
                                    s.with(padLeft(r.meter(), s.value(), a.integer(0), fill(a))))
                    .add(
                            "zfill",
                            "width",
                            (r, s, a) -> s.with(zeroFill(r.meter(), s.value(), a.integer(0))))
                    .add(
                            "expandtabs",
                            "tabsize?",
                            (r, s, a) -> s.with(expandTabs(r.meter(), s.value(), a.integer(0, 8))))
                    .add("join", "iterable", (r, s, a) -> s.with(join(r, s.value(), a.get(0))));

    private TextShapeMethods() {}

    private static Value strip(Text text, Bound arguments, boolean start, boolean end) {
        var result = text.value();
        if (arguments.hasValue(0)) {
            var chars = arguments.text(0);
            if (start) result = Chars.stripStart(result, chars);
            if (end) result = Chars.stripEnd(result, chars);
        } else {
            if (start) result = Chars.stripStart(result);
            if (end) result = Chars.stripEnd(result);
        }
        return text.with(result);
    }

    private static String fill(Bound arguments) {
        var fill = arguments.text(1, " ");
        if (Chars.length(fill) != 1) throw arguments.wrong(1, "must be exactly one character");
        return fill;
    }

    static String center(Meter meter, String text, int width, String fill) {
        var missing = width - Chars.length(text);
        if (missing <= 0) return text;
        // Python puts the odd one on the left when the width is odd.
        var left = missing / 2 + (missing & width & 1);
        return pad(meter, padLeft(meter, text, Chars.length(text) + left, fill), width, fill, 0);
    }

    static String padLeft(Meter meter, String text, int width, String fill) {
        return pad(meter, text, width, fill, 1);
    }

    /// @param side 0 to fill up at the end, 1 at the start
    private static String pad(Meter meter, String text, int width, String fill, int side) {
        var missing = width - Chars.length(text);
        if (missing <= 0) return text;
        meter.text((long) text.length() + missing);
        return side == 1 ? fill.repeat(missing) + text : text + fill.repeat(missing);
    }

    private static String zeroFill(Meter meter, String text, int width) {
        var sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
        return sign + padLeft(meter, text.substring(sign.length()), width - sign.length(), "0");
    }

    private static String expandTabs(Meter meter, String text, int size) {
        var out = new StringBuilder();
        var column = 0;
        for (var letter : Chars.each(text)) {
            if (letter.equals("\t")) {
                var spaces = size > 0 ? size - column % size : 0;
                meter.text((long) out.length() + spaces);
                out.repeat(' ', spaces);
                column += spaces;
            } else {
                out.append(letter);
                column = letter.equals("\n") || letter.equals("\r") ? 0 : column + 1;
            }
        }
        return out.toString();
    }

    private static String join(Rendering rendering, String separator, Value items) {
        var out = new StringBuilder();
        var index = 0;
        for (var item : rendering.list(items)) {
            if (!(item instanceof Text text)) {
                throw TemplateException.of(
                        "sequence item "
                                + index
                                + ": expected str instance, "
                                + item.typeName()
                                + " found");
            }
            if (index++ > 0) out.append(separator);
            rendering.meter().text((long) out.length() + text.value().length());
            out.append(text.value());
        }
        return out.toString();
    }
}
