package io.pipewright.engine.project.editing;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.SafeFile;
import io.pipewright.engine.project.editing.PipelineEdit.Revert;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.TextPatch;
import io.pipewright.engine.project.yaml.UnpatchableYamlException;
import io.pipewright.engine.project.yaml.YamlEdit;
import io.pipewright.engine.project.yaml.YamlEditor;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlParser;
import io.pipewright.engine.project.yaml.YamlText;
import io.pipewright.engine.project.yaml.YamlValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The text of one pipeline file, and how it was on disk when it was loaded or saved last. Immutable: every edit gives a new value.
public final class PipelineFile {

    private final Path path;
    private final String onDisk;
    private final String text;

    private PipelineFile(Path path, String onDisk, String text) {
        this.path = path;
        this.onDisk = onDisk;
        this.text = text;
    }

    /// @throws BrokenProjectException if it holds no YAML map
    /// @throws EditRefusedException if it is gone
    public static PipelineFile load(Path path) {
        String text = read(path);
        var file = new PipelineFile(path, text, text);
        var _ = file.values();
        return file;
    }

    public String text() {
        return text;
    }

    public boolean isChanged() {
        return !text.equals(onDisk);
    }

    /// What an edit gives.
    ///
    /// @param inverse applied to `file`, gives the text before, character for character
    public record Applied(PipelineFile file, PipelineEdit inverse) {}

    /// Makes an edit in memory.
    ///
    /// @throws EditRefusedException if it makes no sense here, or cannot be made without touching more of the file
    public Applied apply(PipelineEdit edit) {
        String after = edit instanceof Revert(TextPatch patch) ? reverted(patch) : edited(edit);
        var inverse = new Revert(TextPatch.between(after, text));
        return new Applied(new PipelineFile(path, onDisk, after), inverse);
    }

    private String reverted(TextPatch patch) {
        if (patch.fits(text)) return patch.applyTo(text);
        throw new EditRefusedException(
                "This cannot be undone: " + path + " was changed by somebody else meanwhile.");
    }

    private String edited(PipelineEdit edit) {
        List<YamlEdit> steps = new EditPlan(values()).steps(edit);
        try {
            return YamlEditor.apply(text, steps);
        } catch (UnpatchableYamlException e) {
            String line = e.line() > 0 ? ", line " + e.line() : "";
            throw new EditRefusedException("Cannot change " + path + line + ": " + e.getMessage());
        }
    }

    /// Writes the text, durably, if it changed since it was loaded.
    ///
    /// @return the file as it now is on disk
    /// @throws EditRefusedException if somebody else changed the file on disk, or it would become empty; it is left as it is
    /// @throws UncheckedIOException if it cannot be written; it is then unchanged
    public PipelineFile save() {
        if (!isChanged()) return this;
        if (text.isBlank()) {
            throw new EditRefusedException(path + " is not replaced by an empty file.");
        }
        if (!read(path).equals(onDisk)) {
            throw new EditRefusedException(
                    path + " was changed by somebody else since it was opened. Open it again.");
        }
        try {
            SafeFile.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save " + path, e);
        }
        return new PipelineFile(path, text, text);
    }

    private Map<String, Object> values() {
        try {
            if (YamlParser.parse(text) instanceof Fields root) return YamlValues.map(root);
            throw new BrokenYamlException(1, "the file must hold a map of settings", "");
        } catch (BrokenYamlException e) {
            throw broken(path, e);
        }
    }

    private static String read(Path path) {
        try {
            return YamlText.decode(YamlText.bytes(path));
        } catch (BrokenYamlException e) {
            throw broken(path, e);
        } catch (NoSuchFileException _) {
            throw new EditRefusedException(path + " does not exist any more.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static BrokenProjectException broken(Path path, BrokenYamlException e) {
        return new BrokenProjectException(
                new ProjectProblem(path, e.line(), e.getMessage(), e.hint()));
    }
}
