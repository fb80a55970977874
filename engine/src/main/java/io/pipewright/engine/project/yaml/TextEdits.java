package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlEdit.InsertItem;
import io.pipewright.engine.project.yaml.YamlEdit.MoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveKey;
import io.pipewright.engine.project.yaml.YamlEdit.SetValue;
import io.pipewright.engine.project.yaml.YamlNode.Alias;
import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import io.pipewright.engine.project.yaml.YamlNode.Scalar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one edit in a text: finds the collection it concerns and hands over to the edits of its style.
@SuppressWarnings("NullAway") // See YamlValues: a value to write may be null.
final class TextEdits {

    private final YamlSource source;
    private final BlockEdits block;
    private final FlowEdits flow;

    TextEdits(YamlSource source) {
        this.source = source;
        this.block = new BlockEdits(source);
        this.flow = new FlowEdits(source.text());
    }

    String apply(YamlEdit edit) {
        return switch (edit) {
            case SetValue(YamlPath path, Object value) -> set(path, ScalarText.plainValue(value));
            case RemoveKey(YamlPath path) -> removeKey(path);
            case InsertItem(YamlPath list, int index, Object value) ->
                    insert(list, index, ScalarText.plainValue(value));
            case RemoveItem(YamlPath list, int index) -> removeItem(list, index);
            case MoveItem(YamlPath list, int from, int to) -> move(list, from, to);
        };
    }

    private String set(YamlPath path, @Nullable Object value) {
        if (path.isRoot()) throw gone(path);
        Optional<YamlNode> owner = source.find(path.parent());
        return switch (owner.orElse(null)) {
            case Fields fields -> setField(fields, path, value);
            case Items items -> flow.replace(items.items().get((Integer) path.last()), value);
            case Scalar scalar when YamlValues.of(scalar) == null ->
                    set(path.parent(), map(path, value));
            case null -> set(path.parent(), map(path, value));
            case Scalar _, Alias _ -> throw gone(path);
        };
    }

    private static Map<Object, Object> map(YamlPath path, @Nullable Object value) {
        return Collections.singletonMap(path.last(), value);
    }

    private String setField(Fields owner, YamlPath path, @Nullable Object value) {
        String key = String.valueOf(path.last());
        Field field = owner.fields().get(key);
        if (field != null) {
            return owner.flow() ? flow.replace(field.value(), value) : block.replace(field, value);
        }
        if (!owner.flow()) return block.add(owner, key, value);
        boolean makesBlock =
                owner.fields().isEmpty()
                        && !path.parent().isRoot()
                        && !source.isInFlow(path.parent());
        return makesBlock
                ? set(path.parent(), map(path, value))
                : flow.add(owner, YamlRenderer.flowField(key, value));
    }

    private String removeKey(YamlPath path) {
        if (!(source.find(path.parent()).orElse(null) instanceof Fields owner)) throw gone(path);
        String key = String.valueOf(path.last());
        if (!owner.fields().containsKey(key)) throw gone(path);
        if (owner.fields().size() == 1) return empty(path.parent(), Map.of());
        if (!owner.flow()) return block.remove(owner, key);
        List<Field> fields = List.copyOf(owner.fields().values());
        return flow.removeField(fields, fields.indexOf(owner.fields().get(key)));
    }

    private String insert(YamlPath path, int index, @Nullable Object value) {
        Optional<YamlNode> node = source.find(path);
        if (!(node.orElse(null) instanceof Items list) || list.items().isEmpty()) {
            return set(path, Collections.singletonList(value));
        }
        return list.flow()
                ? flow.insert(list.items(), index, YamlRenderer.inline(value, true))
                : block.insert(list, index, value);
    }

    private String removeItem(YamlPath path, int index) {
        Items list = list(path);
        if (list.items().size() == 1) return empty(path, List.of());
        return list.flow() ? flow.remove(list.items(), index) : block.remove(list, index);
    }

    private String move(YamlPath path, int from, int to) {
        if (from == to) return source.text();
        Items list = list(path);
        return list.flow() ? flow.move(list.items(), from, to) : block.move(list, from, to);
    }

    /// Takes the last entry out of a collection.
    private String empty(YamlPath path, Object value) {
        if (path.isRoot()) throw gone(path);
        boolean isField = source.find(path.parent()).orElse(null) instanceof Fields;
        if (!isField || source.isInFlow(path)) return set(path, value);
        Fields owner = (Fields) source.find(path.parent()).orElseThrow();
        Field field = owner.fields().get(String.valueOf(path.last()));
        boolean isLines = field != null && YamlSource.isBlockCollection(field.value());
        return isLines ? block.emptied(field, YamlRenderer.inline(value, false)) : set(path, value);
    }

    private Items list(YamlPath path) {
        if (source.find(path).orElse(null) instanceof Items list) return list;
        throw gone(path);
    }

    private static UnpatchableYamlException gone(YamlPath path) {
        return new UnpatchableYamlException(0, "the file has nothing to change at " + path.steps());
    }
}
