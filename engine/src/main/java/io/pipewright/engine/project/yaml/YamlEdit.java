package io.pipewright.engine.project.yaml;

import org.jspecify.annotations.Nullable;

/// One change of the values of a YAML file. Values have the shape of `YamlValues`.
public sealed interface YamlEdit {

    /// Sets a key or list position; maps on the way are made if they are missing.
    record SetValue(YamlPath path, @Nullable Object value) implements YamlEdit {}

    record RemoveKey(YamlPath path) implements YamlEdit {}

    /// @param index 0 to the list's size
    record InsertItem(YamlPath list, int index, @Nullable Object value) implements YamlEdit {}

    record RemoveItem(YamlPath list, int index) implements YamlEdit {}

    /// @param to its position afterwards
    record MoveItem(YamlPath list, int from, int to) implements YamlEdit {}
}
