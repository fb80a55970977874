package io.pipewright.engine.project.yaml;

import java.util.ArrayList;
import java.util.List;

/// Where a value is: keys of maps and positions in lists, from the root.
///
/// @param steps `String` keys and `Integer` positions, the first is 0
public record YamlPath(List<Object> steps) {

    public YamlPath {
        steps = List.copyOf(steps);
    }

    public static YamlPath of(Object... steps) {
        return new YamlPath(List.of(steps));
    }

    public YamlPath then(Object step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    YamlPath parent() {
        return new YamlPath(steps.subList(0, steps.size() - 1));
    }

    Object last() {
        return steps.getLast();
    }
}
