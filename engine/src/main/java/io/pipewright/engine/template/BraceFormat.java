package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;

/// `'{} of {name:>5}'.format(…)`.
final class BraceFormat {
    private final Rendering rendering;
    private final List<Value> positional;
    private final Map<String, Value> named;
    private int nextAutomatic;
    private boolean manual;

    BraceFormat(Rendering rendering, List<Value> positional, Map<String, Value> named) {
        this.rendering = rendering;
        this.positional = positional;
        this.named = named;
    }

    Text apply(Text format) {
        return format.with(filled(format.value(), format.markup(), 2));
    }

    private String filled(String format, boolean markup, int depth) {
        if (depth < 0) throw TemplateException.of("Max string recursion exceeded");
        var out = new StringBuilder();
        var at = 0;
        while (at < format.length()) {
            var unit = format.charAt(at);
            if (unit != '{' && unit != '}') {
                out.append(unit);
                at++;
            } else if (at + 1 < format.length() && format.charAt(at + 1) == unit) {
                out.append(unit);
                at += 2;
            } else if (unit == '}') {
                throw TemplateException.of("Single '}' encountered in format string");
            } else {
                var end = end(format, at + 1);
                out.append(field(format.substring(at + 1, end), markup, depth));
                rendering.meter().text(out.length());
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static int end(String format, int from) {
        var depth = 1;
        for (var i = from; i < format.length(); i++) {
            if (format.charAt(i) == '{') depth++;
            else if (format.charAt(i) == '}' && --depth == 0) return i;
        }
        throw TemplateException.of("expected '}' before end of string");
    }

    private String field(String text, boolean markup, int depth) {
        var nameEnd = nameEnd(text);
        var rest = text.substring(nameEnd);
        var conversion = ' ';
        if (rest.startsWith("!")) {
            if (rest.length() < 2) throw TemplateException.of("unmatched '{' in format spec");
            conversion = rest.charAt(1);
            rest = rest.substring(2);
            if (!rest.isEmpty() && rest.charAt(0) != ':') {
                throw TemplateException.of("expected ':' after conversion specifier");
            }
        }
        var value = converted(lookUp(text.substring(0, nameEnd)), conversion);
        var spec = rest.isEmpty() ? "" : filled(rest.substring(1), false, depth - 1);
        var shown = new ValueFormat(rendering).apply(value, spec);
        var safe = value instanceof Text t && t.markup();
        return markup && !safe ? Html.escape(shown) : shown;
    }

    private static int nameEnd(String text) {
        var inBrackets = false;
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit == '[') inBrackets = true;
            else if (unit == ']') inBrackets = false;
            else if (!inBrackets && (unit == '!' || unit == ':')) return i;
        }
        return text.length();
    }

    private Value converted(Value value, char conversion) {
        return switch (conversion) {
            case ' ' -> value;
            case 's' -> Text.of(rendering.str(value));
            case 'r' -> Text.of(rendering.repr(value));
            case 'a' -> Text.of(QuotedText.ascii(rendering.repr(value)));
            default ->
                    throw TemplateException.of("Unknown conversion specifier '" + conversion + "'");
        };
    }

    private Value lookUp(String path) {
        var at = 0;
        while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') at++;
        var value = first(path.substring(0, at));
        while (at < path.length()) {
            var bracket = path.charAt(at) == '[';
            var end = at + 1;
            while (end < path.length()
                    && (bracket ? path.charAt(end) != ']' : ".[".indexOf(path.charAt(end)) < 0)) {
                end++;
            }
            var part = path.substring(at + 1, end);
            if (part.isEmpty() || (bracket && end == path.length())) {
                throw TemplateException.of("Empty attribute in format string");
            }
            value = bracket ? item(value, part) : attribute(value, part);
            at = bracket ? end + 1 : end;
        }
        return value;
    }

    private Value first(String name) {
        if (name.isEmpty()) {
            if (manual) throw mixed();
            return position(nextAutomatic++);
        }
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (nextAutomatic > 0) throw mixed();
            manual = true;
            return position(name.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(name));
        }
        var value = named.get(name);
        if (value == null) throw Dicts.missing(rendering, Text.of(name));
        return value;
    }

    private static TemplateException mixed() {
        return TemplateException.of("cannot mix automatic and manual field numbering");
    }

    private Value position(int index) {
        if (index >= positional.size()) {
            throw TemplateException.of(
                    "Replacement index " + index + " out of range for positional args tuple");
        }
        return positional.get(index);
    }

    private Value item(Value value, String key) {
        var digits = key.length() < 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        var index = digits ? Num.Int.of(Integer.parseInt(key)) : Text.of(key);
        var found = Items.at(rendering, value, index);
        return found.orElseThrow(() -> Dicts.missing(rendering, index));
    }

    private Value attribute(Value value, String name) {
        return Attributes.of(rendering, value, name)
                .orElseThrow(
                        () ->
                                TemplateException.of(
                                        "'"
                                                + value.typeName()
                                                + "' object has no attribute '"
                                                + name
                                                + "'"));
    }
}
