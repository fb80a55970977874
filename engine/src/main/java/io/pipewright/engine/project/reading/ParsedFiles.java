package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.YamlNode;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlParser;
import io.pipewright.engine.project.yaml.YamlText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// YAML files parsed once per content. Thread: any.
///
/// The bytes are read each time and compared: that costs a tenth of parsing, and no clock or file system can fool it.
final class ParsedFiles {

    private final Map<Path, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(ByteBuffer bytes, YamlNode root) {}

    /// What came of reading a file.
    sealed interface Outcome {}

    /// The file holds a map.
    record MapRead(Fields root) implements Outcome {}

    record Unreadable(ProjectProblem problem) implements Outcome {}

    Outcome read(Path file) {
        try {
            YamlNode root = root(file, YamlText.bytes(file));
            if (root instanceof Fields fields) return new MapRead(fields);
            return unreadable(
                    file, root.place().line(), "the file must hold a map of settings", "");
        } catch (BrokenYamlException e) {
            return unreadable(file, e.line(), e.getMessage(), e.hint());
        } catch (NoSuchFileException _) {
            return unreadable(file, 0, "the file does not exist", "");
        } catch (AccessDeniedException _) {
            return unreadable(file, 0, "the file may not be read", "Check its permissions.");
        } catch (IOException e) {
            return unreadable(file, 0, "the file cannot be read: " + e.getMessage(), "");
        }
    }

    private YamlNode root(Path file, byte[] bytes) {
        Parsed known = parsed.get(file);
        if (known != null && known.bytes().equals(ByteBuffer.wrap(bytes))) return known.root();
        YamlNode root = YamlParser.parse(YamlText.decode(bytes));
        parsed.put(file, new Parsed(ByteBuffer.wrap(bytes), root));
        return root;
    }

    /// Forgets pipeline files of `project` that are gone.
    void keepOnly(Path project, Set<Path> files) {
        parsed.keySet()
                .removeIf(
                        file ->
                                file.startsWith(project)
                                        && file.endsWith("metadata.yaml")
                                        && !files.contains(file));
    }

    private static Unreadable unreadable(Path file, int line, String message, String hint) {
        return new Unreadable(new ProjectProblem(file, line, message, hint));
    }
}
