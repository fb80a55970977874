package io.pipewright.engine.project.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies of parsed values with white space around every text removed; nulls stay.
@SuppressWarnings("NullAway") // See YamlValues.
final class TrimmedValues {

    private TrimmedValues() {}

    static Map<String, Object> map(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.strip();
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            default -> value;
        };
    }

    private static List<Object> list(List<?> list) {
        var copy = new ArrayList<Object>(list.size());
        for (Object item : list) copy.add(value(item));
        return Collections.unmodifiableList(copy);
    }
}
