package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Edits of collections in brackets and braces, and of single values in lists.
final class FlowEdits {

    private final String text;

    FlowEdits(String text) {
        this.text = text;
    }

    String replace(YamlNode old, @Nullable Object value) {
        Place place = old.place();
        String space = place.start() == place.end() ? " " : "";
        return replaced(place.start(), place.end(), space + YamlRenderer.inline(value, true));
    }

    String add(Fields owner, String field) {
        if (owner.fields().isEmpty()) {
            return replaced(owner.place().start(), owner.place().end(), "{" + field + "}");
        }
        int end = List.copyOf(owner.fields().values()).getLast().value().place().end();
        return replaced(end, end, ", " + field);
    }

    String removeField(List<Field> fields, int index) {
        int start = fields.get(index).key().start();
        if (index + 1 < fields.size()) {
            return replaced(start, fields.get(index + 1).key().start(), "");
        }
        int before = fields.get(index - 1).value().place().end();
        return replaced(before, fields.get(index).value().place().end(), "");
    }

    String insert(List<YamlNode> items, int index, String item) {
        if (index < items.size()) {
            int start = items.get(index).place().start();
            return replaced(start, start, item + ", ");
        }
        int end = items.getLast().place().end();
        return replaced(end, end, ", " + item);
    }

    String remove(List<YamlNode> items, int index) {
        Place place = items.get(index).place();
        if (index + 1 < items.size()) {
            return replaced(place.start(), items.get(index + 1).place().start(), "");
        }
        return replaced(items.get(index - 1).place().end(), place.end(), "");
    }

    /// Puts the entries' texts into the places they are in, in the new order.
    String move(List<YamlNode> items, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items) {
            texts.add(text.substring(item.place().start(), item.place().end()));
        }
        texts.add(to, texts.remove(from));
        String result = text;
        for (int i = items.size() - 1; i >= 0; i--) {
            Place place = items.get(i).place();
            result =
                    result.substring(0, place.start())
                            + texts.get(i)
                            + result.substring(place.end());
        }
        return result;
    }

    private String replaced(int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }
}
