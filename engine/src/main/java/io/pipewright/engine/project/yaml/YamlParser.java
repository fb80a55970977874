package io.pipewright.engine.project.yaml;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Text to nodes, within limits: one document, no tags but those of plain values, depth 50, 50 aliases, no key twice.
public final class YamlParser {

    private static final Pattern CONFLICT_MARK =
            Pattern.compile("^(<{7}|>{7}|={7})( .*)?\\r?$", Pattern.MULTILINE);

    private YamlParser() {}

    /// The document in `text`, which may begin with a byte order mark.
    ///
    /// @throws BrokenYamlException naming the line
    public static YamlNode parse(String text) {
        boolean marked = text.startsWith("\uFEFF");
        String body = marked ? text.substring(1) : text;
        refuseConflictMarks(text);
        try {
            var events = yaml().parse(new StringReader(body)).iterator();
            return new YamlComposer(events, new Offsets(body, marked ? 1 : 0)).document();
        } catch (MarkedYAMLException e) {
            throw YamlErrors.explain(e);
        } catch (ReaderException e) {
            throw YamlErrors.explain(e, body);
        } catch (YAMLException e) {
            throw new BrokenYamlException(0, "this is not YAML: " + e.getMessage(), "");
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(YamlText.MAX_BYTES);
        options.setNestingDepthLimit(YamlComposer.MAX_DEPTH);
        options.setMaxAliasesForCollections(YamlComposer.MAX_ALIASES);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static void refuseConflictMarks(String text) {
        Matcher matcher = CONFLICT_MARK.matcher(text);
        if (!matcher.find()) return;
        int line =
                1 + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
        throw new BrokenYamlException(
                line,
                "this line is the mark of a merge conflict: \"" + matcher.group().strip() + "\"",
                "Decide which side to keep, then delete the marks.");
    }
}
