package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// New values as text in the manner of the file around them.
final class YamlRenderer {

    private final String lineBreak;
    private final int listIndent;

    YamlRenderer(YamlSource source) {
        this.lineBreak = source.lineBreak();
        this.listIndent = listIndent(source, source.root());
    }

    /// How far the file sets a list's dashes in from their key; 0 as Mage writes it, if there is no list.
    private static int listIndent(YamlSource source, YamlNode root) {
        if (!(root instanceof Fields fields)) return 0;
        for (Field field : fields.fields().values()) {
            if (field.value() instanceof Items items && !items.flow() && !items.items().isEmpty()) {
                int dash = source.column(source.dash(items, 0));
                return Math.max(0, dash - source.column(field.key().start()));
            }
        }
        return 0;
    }

    /// Whether a value stands on the line of its key.
    static boolean isInline(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case null, default -> true;
        };
    }

    /// One line in flow style.
    static String inline(@Nullable Object value, boolean inFlow) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(
                                    entry ->
                                            flowField(
                                                    String.valueOf(entry.getKey()),
                                                    entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream()
                            .map(item -> inline(item, true))
                            .collect(Collectors.joining(", ", "[", "]"));
            case null, default -> ScalarText.of(value, inFlow);
        };
    }

    static String flowField(String key, @Nullable Object value) {
        return ScalarText.text(key, true) + ": " + inline(value, true);
    }

    /// A field of a block map, without a final line end; its first line is not indented.
    String field(String key, @Nullable Object value, int column) {
        String head = ScalarText.key(key) + ":";
        return isInline(value)
                ? head + " " + inline(value, false)
                : head + lineBreak + body(value, column);
    }

    /// The lines of a collection that belongs to a key at `column`, without a final line end.
    String body(@Nullable Object value, int column) {
        List<String> lines = new ArrayList<>();
        if (value instanceof List<?> list) {
            int dash = column + listIndent;
            for (Object item : list) lines.add(" ".repeat(dash) + item(item, dash));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, item) ->
                            lines.add(
                                    " ".repeat(column + 2)
                                            + field(String.valueOf(key), item, column + 2)));
        }
        return String.join(lineBreak, lines);
    }

    /// An entry of a block list whose dash is at `column`; its first line is not indented.
    String item(@Nullable Object value, int column) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) return "- " + inline(value, false);
        return "- " + body(map, column).substring(column + 2);
    }
}
