package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.yaml.YamlNode;
import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import io.pipewright.engine.project.yaml.YamlNode.Scalar;
import io.pipewright.engine.project.yaml.YamlValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// A map of a project file, read key by key: a value of the wrong type is noted once and then counts as absent.
///
/// A wrong structure (a list where a map belongs) is an error of the file; an option that makes no sense is a warning.
final class YamlMap {

    private final Fields node;
    private final SequencedMap<String, Field> fields;
    private final FileNotes notes;

    YamlMap(Fields node, FileNotes notes) {
        this.node = node;
        this.fields = YamlValues.merged(node);
        this.notes = notes;
    }

    /// A piece of text with the line it stands in.
    record Word(String text, int line) {}

    Map<String, Object> plain() {
        return YamlValues.map(node);
    }

    int line() {
        return node.place().line();
    }

    /// The line of `key`, or that of the map if it is not there.
    int line(String key) {
        Field field = fields.get(key);
        return field == null ? line() : field.key().line();
    }

    /// The names in it, in file order.
    Iterable<String> keys() {
        return fields.keySet();
    }

    /// The characters as written; a number stays the text it was. Empty for null.
    Optional<String> text(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() instanceof Scalar scalar) return Optional.of(scalar.text());
        wrong(key, "a text", value.get());
        return Optional.empty();
    }

    /// `orElse` if absent or no boolean.
    boolean flag(String key, boolean orElse) {
        Optional<YamlNode> value = value(key);
        if (value.isEmpty()) return orElse;
        return switch (YamlValues.of(value.get())) {
            case Boolean flag -> flag;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            case null, default -> {
                ignored(key, value.get(), "true or false");
                yield orElse;
            }
        };
    }

    /// A number of at least 0, also one written as text. Blank text counts as absent.
    Optional<BigDecimal> number(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() instanceof Scalar scalar) {
            String text = String.valueOf(YamlValues.of(scalar)).strip();
            if (text.isEmpty()) return Optional.empty();
            Optional<BigDecimal> number = Numbers.parse(text);
            if (number.isPresent()) return number;
        }
        ignored(key, value.get(), "a number of at least 0");
        return Optional.empty();
    }

    OptionalInt wholeNumber(String key) {
        Optional<BigDecimal> number = number(key);
        return number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Numbers.clamp(number.get()));
    }

    Optional<YamlMap> map(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() instanceof Fields map) return Optional.of(new YamlMap(map, notes));
        wrong(key, "a map", value.get());
        return Optional.empty();
    }

    /// The maps of a list; entries that are none are noted and left out.
    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof Fields map) {
                maps.add(new YamlMap(map, notes));
            } else {
                notes.error(
                        item.place().line(),
                        "an entry of \"" + key + "\" must be a map but is " + kind(item),
                        "");
            }
        }
        return maps;
    }

    /// The texts of a list; null entries are left out, entries that are no text noted.
    List<Word> words(String key) {
        List<Word> words = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (!(item instanceof Scalar scalar)) {
                notes.error(
                        item.place().line(),
                        "an entry of \"" + key + "\" must be a text but is " + kind(item),
                        "");
            } else if (YamlValues.of(scalar) != null) {
                words.add(new Word(scalar.text(), scalar.place().line()));
            }
        }
        return words;
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isEmpty()) return List.of();
        if (value.get() instanceof Items items) {
            return items.items().stream().map(YamlNode::target).toList();
        }
        wrong(key, "a list", value.get());
        return List.of();
    }

    private Optional<YamlNode> value(String key) {
        Field field = fields.get(key);
        if (field == null) return Optional.empty();
        YamlNode target = field.value().target();
        boolean isNull = target instanceof Scalar scalar && YamlValues.of(scalar) == null;
        return isNull ? Optional.empty() : Optional.of(target);
    }

    private void wrong(String key, String wanted, YamlNode found) {
        notes.error(line(key), "\"" + key + "\" must be " + wanted + " but is " + kind(found), "");
    }

    private void ignored(String key, YamlNode found, String wanted) {
        notes.warn(
                line(key),
                "\"" + key + "\" is ignored: it is " + kind(found),
                "It should be " + wanted + ".");
    }

    private static String kind(YamlNode node) {
        return switch (node.target()) {
            case Items _ -> "a list";
            case Fields _ -> "a map";
            case Scalar scalar -> "\"" + shortened(scalar.text()) + "\"";
            case YamlNode.Alias _ -> "an alias";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
