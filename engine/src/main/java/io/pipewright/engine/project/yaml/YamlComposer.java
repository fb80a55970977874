package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Alias;
import io.pipewright.engine.project.yaml.YamlNode.Field;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlNode.Items;
import io.pipewright.engine.project.yaml.YamlNode.Place;
import io.pipewright.engine.project.yaml.YamlNode.Scalar;
import io.pipewright.engine.project.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/// Builds nodes from the parser's events.
///
/// The library's own composer gives an alias the marks of its anchor; patches need to know the difference.
final class YamlComposer {

    static final int MAX_DEPTH = 50;
    static final int MAX_ALIASES = 50;
    private static final int MAX_VALUES = 1_000_000;
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN_TAGS =
            Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");

    private final Parser events;
    private final Offsets offsets;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int aliases;
    private long values;
    private int lastEnd;

    /// @param values how many values it unfolds to
    private record Anchored(YamlNode node, long values) {}

    YamlComposer(Parser events, Offsets offsets) {
        this.events = events;
        this.offsets = offsets;
    }

    YamlNode document() {
        Event event = events.getEvent();
        while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
            event = events.getEvent();
        }
        if (event instanceof StreamEndEvent) throw empty();
        YamlNode root = node(event, 1);
        event = events.getEvent();
        while (event instanceof DocumentEndEvent) event = events.getEvent();
        if (event instanceof StreamEndEvent) return root;
        throw new BrokenYamlException(
                line(event), "a second YAML document begins here", "Delete the line \"---\".");
    }

    private static BrokenYamlException empty() {
        return new BrokenYamlException(
                1, "the file is empty", "Restore it from version control, or delete its folder.");
    }

    private YamlNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BrokenYamlException(
                    line(event), "values are nested deeper than " + MAX_DEPTH + " levels", "");
        }
        if (event instanceof AliasEvent alias) return alias(alias);
        count(event, 1);
        long before = values - 1;
        YamlNode node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar);
                    case MappingStartEvent start -> fields(start, depth);
                    case CollectionStartEvent start -> items(start, depth);
                    default -> throw new IllegalStateException("unexpected YAML event " + event);
                };
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) anchors.put(anchor, new Anchored(node, values - before));
        return node;
    }

    private YamlNode alias(AliasEvent event) {
        Anchored anchored = anchors.get(event.getAnchor());
        if (anchored == null) {
            throw new BrokenYamlException(
                    line(event),
                    "the alias \"*" + event.getAnchor() + "\" has no finished anchor before it",
                    "");
        }
        if (!(anchored.node() instanceof Scalar) && ++aliases > MAX_ALIASES) {
            throw new BrokenYamlException(
                    line(event),
                    "there are more than " + MAX_ALIASES + " aliases",
                    "Write the values out.");
        }
        count(event, anchored.values());
        lastEnd = offsets.of(event.getEndMark());
        return new Alias(
                new Place(offsets.of(event.getStartMark()), lastEnd, line(event)), anchored.node());
    }

    private Scalar scalar(ScalarEvent event) {
        Optional<String> tag = tag(event, event.getTag());
        Style style =
                event.isPlain()
                        ? Style.PLAIN
                        : event.isLiteral() || event.isFolded() ? Style.BLOCK : Style.QUOTED;
        int end = offsets.of(event.getEndMark());
        lastEnd = style == Style.BLOCK ? offsets.lastContent(end, event.getValue()) : end;
        var place = new Place(offsets.of(event.getStartMark()), lastEnd, line(event));
        return new Scalar(place, event.getValue(), style, tag);
    }

    private Items items(CollectionStartEvent start, int depth) {
        var _ = tag(start, start.getTag());
        lastEnd = offsets.of(start.getEndMark());
        List<YamlNode> items = new ArrayList<>();
        Event event = events.getEvent();
        for (; !(event instanceof SequenceEndEvent); event = events.getEvent()) {
            items.add(node(event, depth + 1));
        }
        return new Items(place(start, event), start.isFlow(), items);
    }

    private Fields fields(CollectionStartEvent start, int depth) {
        var _ = tag(start, start.getTag());
        lastEnd = offsets.of(start.getEndMark());
        var fields = new LinkedHashMap<String, Field>();
        Event event = events.getEvent();
        for (; !(event instanceof MappingEndEvent); event = events.getEvent()) {
            Scalar key = key(event, depth);
            var field = new Field(key.place(), node(events.getEvent(), depth + 1));
            if (fields.putIfAbsent(key.text(), field) != null) throw twice(key, fields);
        }
        return new Fields(place(start, event), start.isFlow(), fields);
    }

    private Scalar key(Event event, int depth) {
        if (node(event, depth + 1) instanceof Scalar key) return key;
        throw new BrokenYamlException(line(event), "the key of a setting must be a plain word", "");
    }

    private static BrokenYamlException twice(Scalar key, Map<String, Field> fields) {
        Field first = fields.get(key.text());
        return new BrokenYamlException(
                key.place().line(),
                "the key \"" + key.text() + "\" is there twice",
                first == null ? "" : "The first one is in line " + first.key().line() + ".");
    }

    /// A block collection ends for the parser where the next token begins, so comments after it would be in it.
    private Place place(CollectionStartEvent start, Event end) {
        if (start.isFlow()) lastEnd = offsets.of(end.getEndMark());
        return new Place(offsets.of(start.getStartMark()), lastEnd, line(start));
    }

    private Optional<String> tag(Event event, @Nullable String tag) {
        if (tag == null) return Optional.empty();
        if (tag.equals("!")) return Optional.of(CORE + "str");
        if (tag.startsWith(CORE) && PLAIN_TAGS.contains(tag.substring(CORE.length()))) {
            return Optional.of(tag);
        }
        throw new BrokenYamlException(
                line(event),
                "the tag \"" + tag + "\" is not allowed",
                "Write the plain value without a tag.");
    }

    private void count(Event event, long more) {
        values += more;
        if (values <= MAX_VALUES) return;
        throw new BrokenYamlException(
                line(event),
                "the aliases unfold to more than 1,000,000 values",
                "Write fewer of them.");
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
