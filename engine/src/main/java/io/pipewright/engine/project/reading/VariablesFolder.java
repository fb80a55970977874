package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.yaml.BrokenYamlException;
import io.pipewright.engine.project.yaml.YamlNode.Fields;
import io.pipewright.engine.project.yaml.YamlParser;
import io.pipewright.engine.project.yaml.YamlValues;
import java.nio.file.Path;
import java.util.Optional;

/// Where a project's outputs, logs and state live.
///
/// @param location a path, or the address of a remote store
public record VariablesFolder(String location) {

    private static final String DEFAULT = "~/.mage_data";

    /// The folder by the rule of the project format: environment `MAGE_DATA_DIR`, else `variables_dir`, else `~/.mage_data`; an
    /// absolute one gets the project's name appended. Reads nothing, creates nothing.
    ///
    /// @param project absolute
    /// @param metadataText the project's `metadata.yaml`, not rendered: only `variables_dir` is, and without secrets
    public static VariablesFolder resolve(Path project, HostEnvironment host, String metadataText) {
        Optional<String> fromEnvironment = host.variable("MAGE_DATA_DIR");
        String base =
                fromEnvironment.orElseGet(
                        () -> host.expandHome(written(metadataText, host).orElse(DEFAULT)));
        if (base.startsWith("s3") || base.startsWith("gs")) return new VariablesFolder(base);
        Path path = Path.of(base);
        Path folder =
                path.isAbsolute() && !path.equals(project)
                        ? path.resolve(project.getFileName())
                        : project.resolve(path);
        return new VariablesFolder(folder.normalize().toString());
    }

    /// Whether it is no folder of this computer.
    public boolean isRemote() {
        return location.contains("://");
    }

    /// Absolute.
    public Path path() {
        return Path.of(location).toAbsolutePath();
    }

    private static Optional<String> written(String metadataText, HostEnvironment host) {
        return fromYaml(metadataText)
                .or(() -> rendered(metadataText, host).flatMap(VariablesFolder::fromYaml))
                .flatMap(text -> rendered(text, host))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// What is wrong with the template is told by whoever reads the rest of the file.
    private static Optional<String> rendered(String text, HostEnvironment host) {
        try {
            return Optional.of(ProjectTemplate.render(text, host, _ -> {}));
        } catch (BrokenYamlException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> fromYaml(String text) {
        try {
            if (!(YamlParser.parse(text) instanceof Fields root)) return Optional.empty();
            return Optional.ofNullable(YamlValues.merged(root).get("variables_dir"))
                    .map(field -> field.value().target())
                    .map(YamlValues::of)
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        } catch (BrokenYamlException _) {
            return Optional.empty();
        }
    }
}
