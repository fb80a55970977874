package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlEdit.InsertItem;
import io.pipewright.engine.project.yaml.YamlEdit.MoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveKey;
import io.pipewright.engine.project.yaml.YamlEdit.SetValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an edit makes of plain values: the yardstick for the text that was made.
@SuppressWarnings("NullAway") // See YamlValues.
final class ValueEdits {

    private ValueEdits() {}

    static @Nullable Object apply(@Nullable Object root, YamlEdit edit) {
        return switch (edit) {
            case SetValue(YamlPath path, Object value) ->
                    at(root, path.steps(), _ -> ScalarText.plainValue(value));
            case RemoveKey(YamlPath path) ->
                    at(root, path.parent().steps(), map -> without(map, path.last()));
            case InsertItem(YamlPath list, int index, Object value) ->
                    list(root, list, items -> items.add(index, ScalarText.plainValue(value)));
            case RemoveItem(YamlPath list, int index) ->
                    list(root, list, items -> items.remove(index));
            case MoveItem(YamlPath list, int from, int to) ->
                    list(root, list, items -> items.add(to, items.remove(from)));
        };
    }

    /// A change of a copy.
    private interface Change {
        void on(List<Object> items);
    }

    private static Object list(Object root, YamlPath path, Change change) {
        return at(
                root,
                path.steps(),
                value -> {
                    List<Object> items = new ArrayList<>();
                    if (value instanceof List<?> list) items.addAll(list);
                    change.on(items);
                    return items;
                });
    }

    private static Object at(Object value, List<Object> steps, UnaryOperator<Object> change) {
        if (steps.isEmpty()) return change.apply(value);
        Object step = steps.getFirst();
        List<Object> rest = steps.subList(1, steps.size());
        if (step instanceof Integer index && value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.set(index, at(copy.get(index), rest, change));
            return copy;
        }
        Map<Object, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) copy.putAll(map);
        copy.put(step, at(copy.get(step), rest, change));
        return copy;
    }

    private static Object without(Object value, Object key) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) copy.putAll(map);
        copy.remove(key);
        return copy;
    }
}
