package io.pipewright.engine.project.yaml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes values in the text of a YAML file and leaves every other character alone.
public final class YamlEditor {

    private YamlEditor() {}

    /// The text with the edits made, in order; its line ends, byte order mark and missing final line end stay.
    ///
    /// What comes out was parsed again and has exactly the values that were asked for.
    /// @throws BrokenYamlException if `text` is no YAML
    /// @throws UnpatchableYamlException if an edit cannot be made cleanly
    public static String apply(String text, List<YamlEdit> edits) {
        boolean isEnded = text.endsWith("\n");
        String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        // A final line end makes every entry a run of whole lines; it is taken away again below.
        String work = isEnded ? text : text + lineBreak;
        Object expected = valueOf(text);
        for (YamlEdit edit : edits) {
            expected = ValueEdits.apply(expected, edit);
            work = step(work, edit);
        }
        String result = isEnded ? work : withoutFinalBreak(work, lineBreak);
        check(result, expected);
        return result;
    }

    private static String step(String text, YamlEdit edit) {
        String result = new TextEdits(new YamlSource(text)).apply(edit);
        check(result, ValueEdits.apply(valueOf(text), edit));
        return result;
    }

    private static @Nullable Object valueOf(String text) {
        return YamlValues.of(YamlParser.parse(text));
    }

    private static String withoutFinalBreak(String text, String lineBreak) {
        return text.endsWith(lineBreak)
                ? text.substring(0, text.length() - lineBreak.length())
                : text;
    }

    private static void check(String text, @Nullable Object expected) {
        try {
            if (Objects.equals(valueOf(text), expected)) return;
        } catch (BrokenYamlException _) {
            // Falls through: what we made is no YAML.
        }
        throw new UnpatchableYamlException(
                0, "this part of the file cannot be changed safely; change it in a text editor");
    }
}
