package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Alias;
import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import io.pipewright.engine.project.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The plain Java values that nodes stand for.
///
/// Shape: null, `Boolean`, `Integer`, `Long`, `BigInteger`, `Double`, `String`, `LocalDate`, `LocalDateTime` (no zone given; UTC is
/// meant), `OffsetDateTime`, unmodifiable `List` and `Map<String, Object>` in file order; both may hold null. Keys are the texts as written.
@SuppressWarnings(
        "NullAway") // A null in a file stays a null in its map: "no value" and "no key" differ in
// the project format.
public final class YamlValues {

    private static final String MERGE = "<<";

    private YamlValues() {}

    public static @Nullable Object of(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> YamlScalars.value(scalar);
            case Alias alias -> of(alias.original());
            case Items items -> list(items);
            case Fields fields -> map(fields);
        };
    }

    public static Map<String, Object> map(Fields fields) {
        var map = new LinkedHashMap<String, Object>();
        merged(fields).forEach((key, field) -> map.put(key, of(field.value())));
        return Collections.unmodifiableMap(map);
    }

    /// The fields of a map with its merge keys `<<` resolved; its own fields win.
    public static SequencedMap<String, Field> merged(Fields fields) {
        Field merge = fields.fields().get(MERGE);
        if (merge == null) return fields.fields();
        var all = new LinkedHashMap<>(fields.fields());
        all.remove(MERGE);
        for (Fields source : mergeSources(merge)) {
            merged(source).forEach(all::putIfAbsent);
        }
        return all;
    }

    private static List<Fields> mergeSources(Field merge) {
        List<YamlNode> sources =
                merge.value().target() instanceof Items items
                        ? items.items()
                        : List.of(merge.value());
        List<Fields> maps = new ArrayList<>();
        for (YamlNode source : sources) {
            if (!(source.target() instanceof Fields map)) {
                throw new BrokenYamlException(
                        merge.key().line(),
                        "\"<<\" must be followed by a map or a list of maps",
                        "");
            }
            maps.add(map);
        }
        return maps;
    }

    private static List<Object> list(Items items) {
        var list = new ArrayList<Object>(items.items().size());
        for (YamlNode item : items.items()) list.add(of(item));
        return Collections.unmodifiableList(list);
    }
}
