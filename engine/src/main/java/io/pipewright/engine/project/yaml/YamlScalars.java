package io.pipewright.engine.project.yaml;

import io.pipewright.engine.project.yaml.YamlNode.Scalar;
import io.pipewright.engine.project.yaml.YamlNode.Style;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Takes the text of a scalar as a number, boolean, date or text, in the way of YAML 1.1 and of Mage's own parser.
final class YamlScalars {

    private static final Resolver RESOLVER = new MageResolver();
    private static final Plain PLAIN = new Plain();

    private YamlScalars() {}

    static @Nullable Object value(Scalar scalar) {
        Tag tag = tag(scalar);
        if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) return scalar.text();
        try {
            if (tag.equals(Tag.TIMESTAMP)) return YamlTimes.value(scalar.text());
            return PLAIN.value(tag, scalar.text());
        } catch (NumberFormatException | DateTimeException e) {
            throw new BrokenYamlException(
                    scalar.place().line(),
                    "\""
                            + scalar.text()
                            + "\" looks like a number or date but is none: "
                            + e.getMessage(),
                    "Put quotes around it if it is text.");
        }
    }

    static Tag tag(Scalar scalar) {
        if (scalar.tag().isPresent()) return new Tag(scalar.tag().get());
        if (scalar.text().isEmpty()) return scalar.style() == Style.PLAIN ? Tag.NULL : Tag.STR;
        return RESOLVER.resolve(NodeId.scalar, scalar.text(), scalar.style() == Style.PLAIN);
    }

    /// The library's constructors of single values; they keep no state.
    private static final class Plain extends SafeConstructor {
        private Plain() {
            super(new LoaderOptions());
        }

        @Nullable Object value(Tag tag, String text) {
            if (tag.equals(Tag.NULL)) return null;
            var node =
                    new ScalarNode(
                            tag,
                            text,
                            null,
                            null,
                            org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN);
            var construct = yamlConstructors.get(tag);
            if (construct == null) throw new NumberFormatException("unknown tag " + tag);
            return construct.construct(node);
        }
    }

    /// PyYAML wants a point in a float and a sign in its exponent: `1e3` is text there.
    private static final class MageResolver extends Resolver {

        private static final Pattern POINTED_FLOAT =
                Pattern.compile(
                        "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
                                + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                                + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
                                + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO", 10);
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT, Pattern.compile("^(?:" + POINTED_FLOAT + ")$"), "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
            addImplicitResolver(Tag.NULL, NULL, "~nN\0", 10);
            addImplicitResolver(Tag.TIMESTAMP, TIMESTAMP, "0123456789", 50);
        }
    }
}
