package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import java.util.ArrayList;

/// Filters that make a text out of a text.
final class TextFilters {
    private TextFilters() {}

    static void register() {
        Filters.add("upper", "", (r, in, a) -> changed(r, in, TextMethods.upper(r.str(in))));
        Filters.add("lower", "", (r, in, a) -> changed(r, in, TextMethods.lower(r.str(in))));
        Filters.add(
                "capitalize", "", (r, in, a) -> changed(r, in, TextMethods.capitalize(r.str(in))));
        Filters.add("title", "", (r, in, a) -> changed(r, in, title(r.str(in))));
        Filters.add("string", "", (r, in, a) -> in instanceof Text ? in : Text.of(r.str(in)));
        Filters.add("trim", "chars?", TextFilters::trim);
        Filters.add("center", "width?", TextFilters::center);
        Filters.add("replace", "old new count?", TextFilters::replace);
        Filters.add("indent", "width? first? blank?", TextFilters::indent);
        Filters.add("truncate", "length? killwords? end? leeway?", TextFilters::truncate);
        Filters.add("wordcount", "", (r, in, a) -> Int.of(words(r.str(in))));
        Filters.add(
                "wordwrap",
                "width? break_long_words? wrapstring? break_on_hyphens?",
                TextFilters::wrap);
        Filters.add("format", "* **", TextFilters::format);
        Filters.add("pprint", "", (r, in, a) -> Text.of(PrettyText.of(r, in)));
        Filters.add("tojson", "indent?", TextFilters::toJson);
    }

    static Text changed(Rendering rendering, Value input, String text) {
        rendering.meter().text(text.length());
        return new Text(text, input instanceof Text t && t.markup());
    }

    // Words begin after white space and any of -({[<, unlike in str.title.
    private static String title(String text) {
        var out = new StringBuilder();
        var word = new StringBuilder();
        for (var letter : Chars.each(text)) {
            var point = letter.codePointAt(0);
            if (Chars.isSpace(point) || "-({[<".indexOf(point) >= 0) {
                out.append(titled(word)).append(letter);
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        return out.append(titled(word)).toString();
    }

    private static String titled(StringBuilder word) {
        if (word.isEmpty()) return "";
        var first = Character.charCount(word.codePointAt(0));
        return TextMethods.upper(word.substring(0, first))
                + TextMethods.lower(word.substring(first));
    }

    private static Value trim(Rendering rendering, Value input, Bound arguments) {
        var text = rendering.str(input);
        if (!arguments.hasValue(0)) return changed(rendering, input, Chars.strip(text));
        var chars = arguments.text(0);
        return changed(rendering, input, Chars.stripEnd(Chars.stripStart(text, chars), chars));
    }

    private static Value center(Rendering rendering, Value input, Bound arguments) {
        var width = arguments.integer(0, 80);
        var text = TextShapeMethods.center(rendering.meter(), rendering.str(input), width, " ");
        return changed(rendering, input, text);
    }

    private static Value replace(Rendering rendering, Value input, Bound arguments) {
        var text =
                TextSearchMethods.replace(
                        rendering.meter(),
                        rendering.str(input),
                        rendering.str(arguments.get(0)),
                        rendering.str(arguments.get(1)),
                        arguments.integer(2, -1));
        return Text.of(text);
    }

    private static Value indent(Rendering rendering, Value input, Bound arguments) {
        if (!(input instanceof Text text)) {
            if (input instanceof Undefined undefined) throw undefined.failure();
            throw TemplateException.of("indent needs a text, not " + input.typeName());
        }
        var pad =
                arguments.get(0) instanceof Text given
                        ? given.value()
                        : spaces(rendering, arguments);
        var lines = Chars.lines(text.value() + "\n", false);
        rendering.meter().text(text.value().length() + (long) pad.length() * lines.size());
        var blank = arguments.truth(2, false);
        var out = new StringBuilder(arguments.truth(1, false) ? pad : "");
        for (var i = 0; i < lines.size(); i++) {
            if (i > 0) out.append('\n').append(blank || !lines.get(i).isEmpty() ? pad : "");
            out.append(lines.get(i));
        }
        return text.with(out.toString());
    }

    private static String spaces(Rendering rendering, Bound arguments) {
        var width = Math.max(0, arguments.integer(0, 4));
        rendering.meter().text(width);
        return " ".repeat(width);
    }

    private static Value truncate(Rendering rendering, Value input, Bound arguments) {
        var length = arguments.integer(0, 255);
        var end = arguments.text(2, "...");
        var leeway = arguments.integer(3, 5);
        var endLength = Chars.length(end);
        if (length < endLength) {
            throw TemplateException.of("expected length >= " + endLength + ", got " + length);
        }
        if (leeway < 0) throw TemplateException.of("expected leeway >= 0, got " + leeway);
        if (Items.requiredLength(rendering, input) <= (long) length + leeway) return input;
        if (!(input instanceof Text text)) {
            throw TemplateException.of("truncate needs a text, not " + input.typeName());
        }
        var cut = Chars.part(text.value(), 0, length - endLength);
        if (!arguments.truth(1, false)) {
            var space = cut.lastIndexOf(' ');
            if (space >= 0) cut = cut.substring(0, space);
        }
        return text.with(cut + end);
    }

    private static int words(String text) {
        var count = 0;
        var inside = false;
        for (var letter : Chars.each(text)) {
            var isWord = Chars.isWord(letter.codePointAt(0));
            if (isWord && !inside) count++;
            inside = isWord;
        }
        return count;
    }

    private static Value wrap(Rendering rendering, Value input, Bound arguments) {
        var width = arguments.integer(0, 79);
        if (width <= 0) throw TemplateException.of("invalid width " + width + " (must be > 0)");
        var wrapper = new WordWrap(width, arguments.truth(1, true), arguments.truth(3, true));
        var between = arguments.text(2, "\n");
        if (!(input instanceof Text text)) {
            throw TemplateException.of("wordwrap needs a text, not " + input.typeName());
        }
        var lines = new ArrayList<String>();
        for (var line : Chars.lines(text.value(), false)) {
            lines.add(String.join(between, wrapper.lines(line)));
        }
        rendering.meter().text((long) text.value().length() * (between.length() + 1));
        return Text.of(String.join(between, lines));
    }

    private static Value format(Rendering rendering, Value input, Bound arguments) {
        if (!arguments.rest().isEmpty() && !arguments.named().isEmpty()) {
            throw TemplateException.of("format takes positional or named arguments, not both");
        }
        var text = input instanceof Text t ? t : Text.of(rendering.str(input));
        Value given =
                arguments.named().isEmpty()
                        ? new Sequence.TupleValue(arguments.rest())
                        : Dicts.of(arguments.named());
        return new PercentFormat(rendering, text).apply(given);
    }

    private static Value toJson(Rendering rendering, Value input, Bound arguments) {
        var indent =
                arguments.hasValue(0) ? " ".repeat(Math.clamp(arguments.integer(0), 0, 100)) : "";
        var json = new JsonWriter(rendering, indent, arguments.hasValue(0), true).text(input);
        return Text.markup(
                json.replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("'", "\\u0027"));
    }
}
