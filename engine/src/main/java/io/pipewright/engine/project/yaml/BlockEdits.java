package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Edits of collections that are written line by line.
final class BlockEdits {

    private final YamlSource source;
    private final YamlRenderer renderer;

    BlockEdits(YamlSource source) {
        this.source = source;
        this.renderer = new YamlRenderer(source);
    }

    /// Gives a field another value.
    String replace(Field field, @Nullable Object value) {
        YamlNode old = field.value();
        int colon = source.afterColon(field);
        if (YamlSource.isBlockCollection(old)) return replaceLines(field, colon, value);
        if (!YamlRenderer.isInline(value)) {
            return replaced(colon, Math.max(colon, old.place().end()), lines(field, value));
        }
        String text = YamlRenderer.inline(value, false);
        boolean isEmpty = old.place().start() == old.place().end();
        return isEmpty
                ? replaced(colon, colon, " " + text)
                : replaced(old.place().start(), old.place().end(), text);
    }

    /// The old value is lines below the key; a comment beside the key stays.
    private String replaceLines(Field field, int colon, @Nullable Object value) {
        int keyLineEnd = source.lineEnd(colon);
        int start = field.value().place().start() > keyLineEnd ? keyLineEnd : colon;
        int end = field.value().place().end();
        if (!YamlRenderer.isInline(value)) return replaced(start, end, lines(field, value));
        String comment = source.text().substring(colon, start);
        return replaced(colon, end, " " + YamlRenderer.inline(value, false) + comment);
    }

    /// Takes out the last entry of a field's collection; comment lines between stay.
    String emptied(Field field, String brackets) {
        int colon = source.afterColon(field);
        int entry = firstEntry(field.value());
        int end = field.value().place().end();
        if (!source.startsItsLine(entry)) return replaced(colon, end, " " + brackets);
        String between = source.text().substring(colon, source.lineStart(entry));
        return replaced(colon, source.nextLine(end), " " + brackets + between);
    }

    private int firstEntry(YamlNode collection) {
        return switch (collection) {
            case Items items -> source.dash(items, 0);
            case Fields fields -> fields.fields().firstEntry().getValue().key().start();
            case YamlNode.Scalar _, YamlNode.Alias _ -> collection.place().start();
        };
    }

    private String lines(Field field, @Nullable Object value) {
        return source.lineBreak() + renderer.body(value, source.column(field.key().start()));
    }

    /// Adds a field: in its place where the keys are sorted, as Mage sorts them, else at the end.
    String add(Fields owner, String key, @Nullable Object value) {
        List<String> keys = new ArrayList<>(owner.fields().keySet());
        boolean isSorted = keys.stream().sorted().toList().equals(keys);
        int index =
                isSorted
                        ? (int) keys.stream().filter(k -> k.compareTo(key) < 0).count()
                        : keys.size();
        List<Field> fields = List.copyOf(owner.fields().values());
        int first = fields.getFirst().key().start();
        int column = source.column(first);
        String text = renderer.field(key, value, column);
        if (index == 0) return before(first, column, text);
        return after(source.end(fields.get(index - 1)), column, text);
    }

    String insert(Items list, int index, @Nullable Object value) {
        int first = source.dash(list, 0);
        int column = source.column(first);
        String text = renderer.item(value, column);
        if (index == 0) return before(first, column, text);
        return after(source.end(list, index - 1), column, text);
    }

    private String before(int entry, int column, String text) {
        return replaced(entry, entry, text + source.lineBreak() + " ".repeat(column));
    }

    private String after(int entryEnd, int column, String text) {
        int at = source.nextLine(entryEnd);
        return replaced(at, at, " ".repeat(column) + text + source.lineBreak());
    }

    /// Removes one of several fields.
    String remove(Fields owner, String key) {
        Field field = owner.fields().get(key);
        if (field == null) throw new IllegalArgumentException("no key " + key);
        return removeLines(field.key().start(), source.end(field));
    }

    /// Removes one of several entries.
    String remove(Items list, int index) {
        return removeLines(source.dash(list, index), source.end(list, index));
    }

    private String removeLines(int start, int end) {
        int next = source.nextLine(end);
        if (source.startsItsLine(start)) return replaced(source.lineStart(start), next, "");
        // The first entry of a collection that begins behind a dash: the next one takes its place.
        while (next < source.text().length() && source.text().charAt(next) == ' ') next++;
        return replaced(start, next, "");
    }

    /// Moves an entry with the comment lines right above it.
    String move(Items list, int from, int to) {
        List<Chunk> others = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) others.add(chunk(list, i));
        Chunk moved = others.remove(from);
        int target = to < others.size() ? others.get(to).start() : others.getLast().end();
        String text = source.text();
        String lines = text.substring(moved.start(), moved.end());
        String rest = replaced(moved.start(), moved.end(), "");
        int shifted = target > moved.start() ? target - lines.length() : target;
        return rest.substring(0, shifted) + lines + rest.substring(shifted);
    }

    private record Chunk(int start, int end) {}

    private Chunk chunk(Items list, int index) {
        int dash = source.dash(list, index);
        if (!source.startsItsLine(dash)) {
            throw new UnpatchableYamlException(
                    list.place().line(),
                    "entries of this list cannot be moved; move them in a text editor");
        }
        return new Chunk(source.chunkStart(dash), source.nextLine(source.end(list, index)));
    }

    private String replaced(int start, int end, String by) {
        return source.text().substring(0, start) + by + source.text().substring(end);
    }
}
