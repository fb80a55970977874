package io.pipewright.engine.project.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Text to nodes, within limits: one document, no tags but those of plain values, depth 50, 50 aliases, no key twice.
public final class YamlParser {

    private static final Pattern CONFLICT_MARK =
            Pattern.compile("^(<{7}|>{7}|={7})( .*)?\\r?$", Pattern.MULTILINE);

    /// Only the scanner's own limit; depth, aliases and keys are the composer's matter.
    private static final LoaderOptions OPTIONS = options();

    private YamlParser() {}

    /// The document in `text`, which may begin with a byte order mark.
    ///
    /// @throws BrokenYamlException naming the line
    public static YamlNode parse(String text) {
        boolean marked = text.startsWith("\uFEFF");
        String body = marked ? text.substring(1) : text;
        refuseConflictMarks(text);
        try {
            var events = new ParserImpl(new StreamReader(body), OPTIONS);
            return new YamlComposer(events, new Offsets(body, marked ? 1 : 0)).document();
        } catch (MarkedYAMLException e) {
            throw YamlErrors.explain(e);
        } catch (ReaderException e) {
            throw YamlErrors.explain(e, body);
        } catch (YAMLException e) {
            throw new BrokenYamlException(0, "this is not YAML: " + e.getMessage(), "");
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(YamlText.MAX_BYTES);
        return options;
    }

    private static void refuseConflictMarks(String text) {
        if (!text.contains("<<<<<<<") && !text.contains(">>>>>>>")) return;
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
