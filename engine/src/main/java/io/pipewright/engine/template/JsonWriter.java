package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;

/// Writes values as Python's `json.dumps` does, everything beyond 7 bits escaped.
final class JsonWriter {
    private final Rendering rendering;
    private final String indent;
    private final boolean indented;
    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();

    JsonWriter(Rendering rendering, String indent, boolean indented, boolean sorted) {
        this.rendering = rendering;
        this.indent = indent;
        this.indented = indented;
        this.sorted = sorted;
    }

    String text(Value value) {
        append(value, 0);
        return out.toString();
    }

    private void append(Value value, int depth) {
        rendering.meter().step();
        switch (value) {
            case None none -> out.append("null");
            case Num.Bool bool -> out.append(bool.value());
            case Num.Int whole -> out.append(whole.value());
            case Num.Real real -> out.append(real(real.value()));
            case Text text -> out.append(quoted(text.value()));
            case Sequence sequence -> list(sequence.items(), depth);
            case DictValue dict -> dict(dict, depth);
            case Undefined undefined when undefined.strict() -> throw undefined.failure();
            default ->
                    throw TemplateException.of(
                            "Object of type " + value.typeName() + " is not JSON serializable");
        }
        rendering.meter().text(out.length());
    }

    private static String real(double value) {
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "Infinity" : "-Infinity";
        return FloatText.repr(value);
    }

    private void list(Collection<Value> items, int depth) {
        if (items.isEmpty()) {
            out.append("[]");
            return;
        }
        rendering.meter().enter();
        out.append('[');
        var first = true;
        for (var item : items) {
            separate(first, depth + 1);
            append(item, depth + 1);
            first = false;
        }
        if (indented) newLine(depth);
        out.append(']');
        rendering.meter().leave();
    }

    private void dict(DictValue dict, int depth) {
        if (dict.entries().isEmpty()) {
            out.append("{}");
            return;
        }
        rendering.meter().enter();
        out.append('{');
        var first = true;
        for (var entry : entries(dict)) {
            separate(first, depth + 1);
            out.append(quoted(key(entry.getKey()))).append(": ");
            append(entry.getValue(), depth + 1);
            first = false;
        }
        if (indented) newLine(depth);
        out.append('}');
        rendering.meter().leave();
    }

    private Collection<Map.Entry<Value, Value>> entries(DictValue dict) {
        return sorted
                ? ListFilters.byKey(rendering, dict)
                : new ArrayList<>(dict.entries().entrySet());
    }

    private String key(Value key) {
        return switch (key) {
            case Text text -> text.value();
            case None none -> "null";
            case Num.Bool bool -> Boolean.toString(bool.value());
            case Num.Int whole -> whole.value().toString();
            case Num.Real real -> real(real.value());
            default ->
                    throw TemplateException.of(
                            "keys must be str, int, float, bool or None, not " + key.typeName());
        };
    }

    private void separate(boolean first, int depth) {
        if (!first) out.append(indented ? "," : ", ");
        if (indented) newLine(depth);
    }

    private void newLine(int depth) {
        out.append('\n').append(indent.repeat(depth));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    if (unit >= ' ' && unit < 127) quoted.append(unit);
                    else quoted.append("\\u").append(hex(unit));
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String hex(char unit) {
        var digits = Integer.toHexString(unit);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
