package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Int;
import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Methods of `str` that find, split and replace.
final class TextSearchMethods {
    static final MethodTable<Text> TABLE =
            new MethodTable<Text>()
                    .add("find", "sub start? end?", (r, s, a) -> Int.of(find(s, a, false)))
                    .add("rfind", "sub start? end?", (r, s, a) -> Int.of(find(s, a, true)))
                    .add("index", "sub start? end?", (r, s, a) -> Int.of(found(find(s, a, false))))
                    .add("rindex", "sub start? end?", (r, s, a) -> Int.of(found(find(s, a, true))))
                    .add("count", "sub start? end?", (r, s, a) -> Int.of(count(s, a)))
                    .add("replace", "old new count?", TextSearchMethods::replace)
                    .add("split", "sep? maxsplit?", (r, s, a) -> texts(s, split(r, s, a)))
                    .add("rsplit", "sep? maxsplit?", (r, s, a) -> texts(s, rightSplit(r, s, a)))
                    .add(
                            "splitlines",
                            "keepends?",
                            (r, s, a) -> texts(s, Chars.lines(s.value(), a.truth(0, false))))
                    .add("partition", "sep", (r, s, a) -> partition(s, a, false))
                    .add("rpartition", "sep", (r, s, a) -> partition(s, a, true))
                    .add(
                            "removeprefix",
                            "prefix",
                            (r, s, a) -> s.with(withoutPrefix(s.value(), a.text(0))))
                    .add(
                            "removesuffix",
                            "suffix",
                            (r, s, a) -> s.with(withoutSuffix(s.value(), a.text(0))));

    private TextSearchMethods() {}

    private static int find(Text text, Bound arguments, boolean last) {
        var length = Chars.length(text.value());
        var from = Chars.bound(arguments.optional(1), 0, length);
        var to = Chars.bound(arguments.optional(2), length, length);
        var wanted = arguments.text(0);
        if (from > to) return -1;
        var part = Chars.part(text.value(), from, to);
        var at = last ? part.lastIndexOf(wanted) : part.indexOf(wanted);
        return at < 0 ? -1 : from + part.codePointCount(0, at);
    }

    private static int found(int index) {
        if (index < 0) throw TemplateException.of("substring not found");
        return index;
    }

    private static int count(Text text, Bound arguments) {
        var length = Chars.length(text.value());
        var from = Chars.bound(arguments.optional(1), 0, length);
        var to = Chars.bound(arguments.optional(2), length, length);
        return from > to ? 0 : occurrences(Chars.part(text.value(), from, to), arguments.text(0));
    }

    private static int occurrences(String text, String wanted) {
        if (wanted.isEmpty()) return Chars.length(text) + 1;
        var count = 0;
        for (var at = text.indexOf(wanted);
                at >= 0;
                at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    private static Value replace(Rendering rendering, Text text, Bound arguments) {
        var most = arguments.integer(2, -1);
        var old = like(text, arguments, 0);
        var other = like(text, arguments, 1);
        return text.with(replace(rendering.meter(), text.value(), old, other, most));
    }

    // A text that needs no escaping takes others only escaped.
    private static String like(Text text, Bound arguments, int index) {
        var other = arguments.text(index);
        var safe = arguments.get(index) instanceof Text given && given.markup();
        return text.markup() && !safe ? Html.escape(other) : other;
    }

    /// @param most replacements made, negative for all
    static String replace(Meter meter, String text, String old, String other, int most) {
        var times = (long) occurrences(text, old);
        if (most >= 0) times = Math.min(times, most);
        meter.text(text.length() + times * Math.max(0, other.length() - old.length()));
        if (times == 0) return text;
        if (old.isEmpty()) return between(text, other, times);
        var out = new StringBuilder();
        var start = 0;
        for (var i = 0L; i < times; i++) {
            var at = text.indexOf(old, start);
            out.append(text, start, at).append(other);
            start = at + old.length();
        }
        return out.append(text, start, text.length()).toString();
    }

    private static String between(String text, String other, long times) {
        var out = new StringBuilder();
        var left = times;
        for (var letter : Chars.each(text)) {
            if (left-- > 0) out.append(other);
            out.append(letter);
        }
        return left > 0 ? out.append(other).toString() : out.toString();
    }

    private static List<String> split(Rendering rendering, Text text, Bound arguments) {
        var most = arguments.integer(1, -1);
        if (!arguments.hasValue(0)) return words(rendering, text.value(), most);
        var separator = separator(arguments);
        var parts = new ArrayList<String>();
        var start = 0;
        while (most < 0 || parts.size() < most) {
            var at = text.value().indexOf(separator, start);
            if (at < 0) break;
            rendering.meter().step();
            parts.add(text.value().substring(start, at));
            start = at + separator.length();
        }
        parts.add(text.value().substring(start));
        return parts;
    }

    private static List<String> words(Rendering rendering, String text, int most) {
        var words = new ArrayList<String>();
        var start = afterSpaces(text, 0);
        while (start < text.length()) {
            rendering.meter().step();
            if (most >= 0 && words.size() == most) {
                words.add(Chars.stripEnd(text.substring(start)));
                break;
            }
            var end = start;
            while (end < text.length() && !Chars.isSpace(text.charAt(end))) end++;
            words.add(text.substring(start, end));
            start = afterSpaces(text, end);
        }
        return words;
    }

    private static int afterSpaces(String text, int from) {
        var at = from;
        while (at < text.length() && Chars.isSpace(text.charAt(at))) at++;
        return at;
    }

    private static List<String> rightSplit(Rendering rendering, Text text, Bound arguments) {
        var most = arguments.integer(1, -1);
        if (most < 0) return split(rendering, text, arguments);
        var spaces = !arguments.hasValue(0);
        var separator = spaces ? " " : separator(arguments);
        var parts = new ArrayList<String>();
        var rest = spaces ? Chars.stripEnd(text.value()) : text.value();
        while (parts.size() < most) {
            var at = spaces ? lastSpace(rest) : rest.lastIndexOf(separator);
            if (at < 0) break;
            rendering.meter().step();
            parts.add(rest.substring(at + separator.length()));
            rest = spaces ? Chars.stripEnd(rest.substring(0, at)) : rest.substring(0, at);
        }
        if (!spaces || !rest.isEmpty()) parts.add(rest);
        Collections.reverse(parts);
        return parts;
    }

    private static int lastSpace(String text) {
        var at = text.length() - 1;
        while (at >= 0 && !Chars.isSpace(text.charAt(at))) at--;
        return at;
    }

    private static String separator(Bound arguments) {
        var separator = arguments.text(0);
        if (separator.isEmpty()) throw TemplateException.of("empty separator");
        return separator;
    }

    private static Value partition(Text text, Bound arguments, boolean last) {
        var separator = separator(arguments);
        var all = text.value();
        var at = last ? all.lastIndexOf(separator) : all.indexOf(separator);
        if (at < 0) {
            return last
                    ? TupleValue.of(text.with(""), text.with(""), text)
                    : TupleValue.of(text, text.with(""), text.with(""));
        }
        return TupleValue.of(
                text.with(all.substring(0, at)),
                text.with(separator),
                text.with(all.substring(at + separator.length())));
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static ListValue texts(Text kind, List<String> parts) {
        var items = new ArrayList<Value>();
        for (var part : parts) items.add(kind.with(part));
        return new ListValue(items);
    }
}
