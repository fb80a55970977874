package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Alias;
import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import java.util.Optional;

/// A text that ends with a line end, its nodes, and where entries begin and end in it.
final class YamlSource {

    private final String text;
    private final YamlNode root;
    private final String lineBreak;

    YamlSource(String text) {
        this.text = text;
        this.root = YamlParser.parse(text);
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    String text() {
        return text;
    }

    String lineBreak() {
        return lineBreak;
    }

    YamlNode root() {
        return root;
    }

    /// The node at `path`, an alias as such; empty if there is none.
    ///
    /// @throws UnpatchableYamlException if the way leads through an alias: a change would show in several places
    Optional<YamlNode> find(YamlPath path) {
        YamlNode node = root;
        for (Object step : path.steps()) {
            Optional<YamlNode> child = child(node, step);
            if (child.isEmpty()) return Optional.empty();
            node = child.get();
        }
        return Optional.of(node);
    }

    private static Optional<YamlNode> child(YamlNode node, Object step) {
        return switch (node) {
            case Alias alias ->
                    throw new UnpatchableYamlException(
                            alias.place().line(),
                            "this part of the file is written as a YAML alias; change it in a text editor");
            case Items items when step instanceof Integer index && index < items.items().size() ->
                    Optional.of(items.items().get(index));
            case Fields fields ->
                    Optional.ofNullable(fields.fields().get(String.valueOf(step)))
                            .map(Field::value);
            case Items _, YamlNode.Scalar _ -> Optional.empty();
        };
    }

    /// Whether `path` lies inside brackets or braces.
    boolean isInFlow(YamlPath path) {
        return !path.isRoot()
                && (find(path.parent()).map(YamlSource::isFlow).orElse(false)
                        || isInFlow(path.parent()));
    }

    static boolean isFlow(YamlNode node) {
        return switch (node) {
            case Items items -> items.flow();
            case Fields fields -> fields.flow();
            case YamlNode.Scalar _, Alias _ -> false;
        };
    }

    static boolean isBlockCollection(YamlNode node) {
        return (node instanceof Items || node instanceof Fields) && !isFlow(node);
    }

    int lineStart(int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        return start == 0 && text.startsWith("\uFEFF") ? 1 : start;
    }

    /// The start of the line after the one that holds `offset`.
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /// Where the line that holds `offset` ends, before its line end.
    int lineEnd(int offset) {
        int end = nextLine(offset) - 1;
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    int column(int offset) {
        return offset - lineStart(offset);
    }

    boolean startsItsLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    /// The offset behind the colon of a field.
    int afterColon(Field field) {
        int at = field.key().end();
        while (at < text.length() && text.charAt(at) == ' ') at++;
        if (at < text.length() && text.charAt(at) == ':') return at + 1;
        throw new UnpatchableYamlException(
                field.key().line(),
                "this key is written in an unusual way; change it in a text editor");
    }

    int end(Field field) {
        return Math.max(field.value().place().end(), afterColon(field));
    }

    /// The offset of the dash of a list entry.
    int dash(Items list, int index) {
        int at = index == 0 ? list.place().start() : end(list, index - 1);
        return skipTo('-', at, list.place().line());
    }

    int end(Items list, int index) {
        return Math.max(list.items().get(index).place().end(), dash(list, index) + 1);
    }

    /// Skips white space, comments, anchors and tags.
    private int skipTo(char wanted, int from, int line) {
        int at = from;
        while (at < text.length() && text.charAt(at) != wanted) {
            char c = text.charAt(at);
            if (c == '#') at = nextLine(at);
            else if (c == '&' || c == '!') at = endOfWord(at);
            else if (Character.isWhitespace(c)) at++;
            else break;
        }
        if (at < text.length() && text.charAt(at) == wanted) return at;
        throw new UnpatchableYamlException(
                line, "this list is written in an unusual way; change it in a text editor");
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    /// The start of an entry's lines, with the comment lines right above it.
    int chunkStart(int entryStart) {
        int start = lineStart(entryStart);
        while (start > 0) {
            int above = lineStart(start - 1);
            if (!text.substring(above, start).strip().startsWith("#")) break;
            start = above;
        }
        return start;
    }
}
