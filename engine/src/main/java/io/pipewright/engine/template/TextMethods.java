package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Methods of `str` that look at a text or change its letters.
final class TextMethods {
    static final MethodTable<Text> TABLE =
            new MethodTable<Text>()
                    .add("upper", "", (r, s, a) -> s.with(upper(s.value())))
                    .add("lower", "", (r, s, a) -> s.with(lower(s.value())))
                    .add("casefold", "", (r, s, a) -> s.with(lower(upper(s.value()))))
                    .add("capitalize", "", (r, s, a) -> s.with(capitalize(s.value())))
                    .add("title", "", (r, s, a) -> s.with(title(s.value())))
                    .add("swapcase", "", (r, s, a) -> s.with(swapCase(s.value())))
                    .add("isalpha", "", (r, s, a) -> all(s, Character::isLetter))
                    .add("isdecimal", "", (r, s, a) -> all(s, Chars::isDecimal))
                    .add("isdigit", "", (r, s, a) -> all(s, TextMethods::isDigit))
                    .add("isnumeric", "", (r, s, a) -> all(s, Chars::isNumeric))
                    .add("isalnum", "", (r, s, a) -> all(s, TextMethods::isAlphanumeric))
                    .add("isspace", "", (r, s, a) -> all(s, Chars::isSpace))
                    .add(
                            "isascii",
                            "",
                            (r, s, a) -> Bool.of(s.value().codePoints().allMatch(p -> p < 128)))
                    .add(
                            "isprintable",
                            "",
                            (r, s, a) ->
                                    Bool.of(
                                            s.value()
                                                    .codePoints()
                                                    .allMatch(QuotedText::isPrintable)))
                    .add("isidentifier", "", (r, s, a) -> Bool.of(isIdentifier(s.value())))
                    .add("isupper", "", (r, s, a) -> Bool.of(isUpper(s.value())))
                    .add("islower", "", (r, s, a) -> Bool.of(isLower(s.value())))
                    .add("istitle", "", (r, s, a) -> Bool.of(isTitle(s.value())))
                    .add("startswith", "prefix start? end?", (r, s, a) -> edge(s, a, true))
                    .add("endswith", "suffix start? end?", (r, s, a) -> edge(s, a, false))
                    .add("encode", "encoding? errors?", (r, s, a) -> encode(s, a))
                    .add(
                            "format",
                            "* **",
                            (r, s, a) -> new BraceFormat(r, a.rest(), a.named()).apply(s))
                    .add("format_map", "mapping", TextMethods::formatMap)
                    .addAll(TextSearchMethods.TABLE)
                    .addAll(TextShapeMethods.TABLE);

    private TextMethods() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String capitalize(String text) {
        if (text.isEmpty()) return "";
        var first = Character.charCount(text.codePointAt(0));
        return titled(text.codePointAt(0)) + lower(text.substring(first));
    }

    private static String titled(int point) {
        var titled = Character.toTitleCase(point);
        return titled == point ? upper(Character.toString(point)) : Character.toString(titled);
    }

    private static String title(String text) {
        var out = new StringBuilder();
        var insideWord = new boolean[1];
        text.codePoints()
                .forEach(
                        point -> {
                            var letter = Character.toString(point);
                            out.append(insideWord[0] ? lower(letter) : titled(point));
                            insideWord[0] = Chars.isCased(point);
                        });
        return out.toString();
    }

    private static String swapCase(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(
                        c ->
                                out.append(
                                        Character.isUpperCase(c.codePointAt(0))
                                                ? lower(c)
                                                : upper(c)));
        return out.toString();
    }

    private static Bool all(Text text, IntPredicate fits) {
        return Bool.of(!text.value().isEmpty() && text.value().codePoints().allMatch(fits));
    }

    private static boolean isDigit(int point) {
        var superscript = point == 0xb2 || point == 0xb3 || point == 0xb9 || point == 0x2070;
        var raisedOrLowered =
                (point >= 0x2074 && point <= 0x2079) || (point >= 0x2080 && point <= 0x2089);
        return Chars.isDecimal(point) || superscript || raisedOrLowered;
    }

    private static boolean isAlphanumeric(int point) {
        return Character.isLetter(point) || Chars.isNumeric(point);
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && Chars.isNameStart(text.codePointAt(0))
                && text.codePoints().allMatch(Chars::isNamePart);
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Chars::isCased)
                && text.codePoints().noneMatch(p -> Chars.isCased(p) && !Character.isUpperCase(p));
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Chars::isCased)
                && text.codePoints().noneMatch(p -> Chars.isCased(p) && !Character.isLowerCase(p));
    }

    private static boolean isTitle(String text) {
        return text.codePoints().anyMatch(Chars::isCased) && title(text).equals(text);
    }

    private static Value edge(Text text, Bound arguments, boolean atStart) {
        var all = text.value();
        var length = Chars.length(all);
        var from = Chars.bound(arguments.optional(1), 0, length);
        var to = Chars.bound(arguments.optional(2), length, length);
        var inside = from > to;
        var part = Chars.part(all, from, to);
        var wanted =
                arguments.get(0) instanceof Sequence.TupleValue tuple
                        ? tuple.items()
                        : List.of(arguments.get(0));
        for (var one : wanted) {
            if (!(one instanceof Text edge)) {
                throw arguments.wrong(
                        0, "must be a text or a tuple of texts, not " + one.typeName());
            }
            if (inside) continue;
            if (atStart ? part.startsWith(edge.value()) : part.endsWith(edge.value()))
                return Bool.TRUE;
        }
        return Bool.FALSE;
    }

    private static Value encode(Text text, Bound arguments) {
        var charset = charset(arguments.text(0, "utf-8"));
        var encoder = charset.newEncoder();
        if (!encoder.canEncode(text.value()) && arguments.text(1, "strict").equals("strict")) {
            throw TemplateException.of("'" + charset + "' cannot encode this text");
        }
        return new Bytes(text.value().getBytes(charset));
    }

    static Charset charset(String name) {
        return switch (lower(name).replace("_", "-")) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
            case "latin-1", "latin1", "iso-8859-1" -> StandardCharsets.ISO_8859_1;
            case "utf-16-le" -> StandardCharsets.UTF_16LE;
            case "utf-16-be" -> StandardCharsets.UTF_16BE;
            default -> throw TemplateException.of("unknown encoding: " + name);
        };
    }

    private static Value formatMap(Rendering rendering, Text text, Bound arguments) {
        if (!(arguments.get(0) instanceof DictValue dict)) {
            throw arguments.wrong(0, "must be a dict, not " + arguments.get(0).typeName());
        }
        return new BraceFormat(rendering, List.of(), Dicts.named(dict)).apply(text);
    }
}
