package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The block maps of a pipeline file and where they are.
final class FileBlocks {

    private static final List<String> SECTIONS =
            List.of("blocks", "callbacks", "conditionals", "widgets");

    private final List<Entry> entries = new ArrayList<>();

    /// One block map.
    ///
    /// @param section the list it is in
    record Entry(String section, int index, BlockId id, Map<?, ?> map) {

        YamlPath path() {
            return YamlPath.of(section, index);
        }

        YamlPath list() {
            return YamlPath.of(section);
        }

        boolean isInGraph() {
            return section.equals("blocks");
        }

        /// The uuids in one of its lists.
        List<String> names(String key) {
            if (!(map.get(key) instanceof List<?> list)) return List.of();
            return list.stream().map(String::valueOf).toList();
        }

        boolean has(String key, String value) {
            return Objects.equals(map.get(key), value);
        }
    }

    FileBlocks(Map<String, Object> file) {
        for (String section : SECTIONS) {
            if (file.get(section) instanceof List<?> list) addAll(section, list);
        }
    }

    private void addAll(String section, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map && map.get("uuid") != null) {
                var id = new BlockId(String.valueOf(map.get("uuid")));
                entries.add(new Entry(section, i, id, map));
            }
        }
    }

    List<Entry> all() {
        return entries;
    }

    /// How many blocks a section has.
    int size(String section) {
        return (int) entries.stream().filter(entry -> entry.section().equals(section)).count();
    }

    Optional<Entry> find(BlockId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// @throws EditRefusedException if there is none
    Entry get(BlockId id) {
        return find(id).orElseThrow(
                        () ->
                                new EditRefusedException(
                                        "The pipeline has no block \"" + id + "\"."));
    }
}
