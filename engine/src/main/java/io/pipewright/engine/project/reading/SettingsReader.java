package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.ProjectSettings;
import io.pipewright.engine.project.RetryConfig;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.YamlNode;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlParser;
import io.pipewright.engine.project.yaml.YamlText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the project's own `metadata.yaml`: template first, then YAML, then every text trimmed.
final class SettingsReader {

    private static final int USUAL_CONCURRENCY = 20;

    private final Path project;
    private final HostEnvironment host;
    private final FileNotes notes;

    SettingsReader(Path project, HostEnvironment host) {
        this.project = project;
        this.host = host;
        this.notes = new FileNotes(project.resolve("metadata.yaml"));
    }

    /// @param settings the usual ones where the file cannot be read
    record Outcome(ProjectSettings settings, List<ProjectProblem> problems) {}

    Outcome read() {
        String text = "";
        Optional<YamlMap> root = Optional.empty();
        try {
            text = YamlText.decode(YamlText.bytes(notes.file()));
            root = root(text);
        } catch (BrokenYamlException e) {
            notes.error(e.line(), e.getMessage(), e.hint());
        } catch (NoSuchFileException _) {
            return withoutFile();
        } catch (IOException e) {
            notes.error(0, "the file cannot be read: " + e.getMessage(), "");
        }
        Path variables = variablesFolder(text);
        ProjectSettings settings =
                root.map(map -> settings(map, variables)).orElseGet(() -> usual(variables));
        List<ProjectProblem> problems = new ArrayList<>(notes.errors());
        problems.addAll(notes.warnings());
        return new Outcome(settings, problems);
    }

    /// Not an error of the settings file, so it does not keep the project from running.
    private Outcome withoutFile() {
        var problem =
                new ProjectProblem(
                        project,
                        0,
                        "the folder has no metadata.yaml; the usual settings hold",
                        "Add one to say where outputs go.");
        return new Outcome(usual(variablesFolder("")), List.of(problem));
    }

    private Optional<YamlMap> root(String text) {
        YamlNode root = YamlParser.parse(ProjectTemplate.render(text, host, this::warn));
        if (root instanceof Fields fields) return Optional.of(new YamlMap(fields, notes));
        notes.error(root.place().line(), "the file must hold a map of settings", "");
        return Optional.empty();
    }

    private void warn(String sentence) {
        notes.warn(0, sentence, "");
    }

    private Path variablesFolder(String text) {
        VariablesFolder folder = VariablesFolder.resolve(project, host, text);
        if (!folder.isRemote()) return folder.path();
        Path local = host.home().resolve(".mage_data").resolve(project.getFileName());
        notes.warn(
                0,
                "outputs cannot go to \"" + folder.location() + "\"; they go to " + local,
                "Set \"variables_dir\" to a folder of this computer.");
        return local;
    }

    private ProjectSettings settings(YamlMap map, Path variables) {
        Optional<YamlMap> own = map.map("pipewright");
        own.ifPresent(settings -> MemoryLimitCheck.in(settings, notes));
        return new ProjectSettings(
                map.text("project_uuid").map(String::strip).filter(text -> !text.isEmpty()),
                variables,
                map.map("queue_config").map(SettingsReader::concurrency).orElse(USUAL_CONCURRENCY),
                RetryReader.read(map).orElse(RetryConfig.NONE),
                trimmed(own.map(YamlMap::plain).orElse(Map.of())),
                trimmed(map.plain()));
    }

    private static ProjectSettings usual(Path variables) {
        return new ProjectSettings(
                Optional.empty(),
                variables,
                USUAL_CONCURRENCY,
                RetryConfig.NONE,
                Map.of(),
                Map.of());
    }

    /// 0 means one per processor, as in Mage.
    private static int concurrency(YamlMap queue) {
        int written = queue.wholeNumber("concurrency").orElse(USUAL_CONCURRENCY);
        return written > 0 ? written : Runtime.getRuntime().availableProcessors();
    }

    private static Map<String, Object> trimmed(Map<String, Object> map) {
        return TrimmedValues.map(map);
    }
}
