package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.YamlParser;
import io.pipewright.engine.project.yaml.YamlText;
import io.pipewright.engine.project.yaml.YamlValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `io_config.yaml`: template first, then YAML. Executes nothing. Thread: any.
public final class ConnectionProfileReader {

    private ConnectionProfileReader() {}

    /// The settings of each profile by its name, in file order; empty without the file.
    ///
    /// @param project absolute
    /// @throws BrokenProjectException if the file cannot be understood
    public static Map<String, Map<String, Object>> read(Path project, HostEnvironment host) {
        Path file = project.resolve("io_config.yaml");
        if (!Files.isRegularFile(file)) return Map.of();
        try {
            String text =
                    ProjectTemplate.render(YamlText.decode(YamlText.bytes(file)), host, _ -> {});
            return profiles(YamlValues.of(YamlParser.parse(text)));
        } catch (BrokenYamlException e) {
            throw new BrokenProjectException(
                    new ProjectProblem(file, e.line(), e.getMessage(), e.hint()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Map<String, Map<String, Object>> profiles(@Nullable Object root) {
        var profiles = new LinkedHashMap<String, Map<String, Object>>();
        if (!(root instanceof Map<?, ?> map)) return profiles;
        map.forEach(
                (name, settings) -> {
                    if (settings instanceof Map<?, ?> fields)
                        profiles.put(String.valueOf(name), texts(fields));
                });
        return profiles;
    }

    private static Map<String, Object> texts(Map<?, ?> fields) {
        var settings = new LinkedHashMap<String, Object>();
        fields.forEach(
                (key, value) -> {
                    if (value != null) settings.put(String.valueOf(key), value);
                });
        return settings;
    }
}
