package io.pipewright.engine.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the project's `metadata.yaml` says, after its template is rendered.
///
/// @param projectUuid written by the file, if it has one
/// @param variablesFolder resolved, absolute: outputs, logs and state live below it
/// @param concurrency most block runs of the whole project at once, at least 1
/// @param retry default of all blocks
/// @param settings our own map `pipewright`, empty if absent
/// @param raw the whole file as parsed, unknown keys included
public record ProjectSettings(
        Optional<String> projectUuid,
        Path variablesFolder,
        int concurrency,
        RetryConfig retry,
        Map<String, Object> settings,
        Map<String, Object> raw) {

    /// What one worker and its children may use, if the file says it in order.
    public Optional<MemorySize> memoryLimit() {
        return Optional.ofNullable(settings.get(MemorySize.LIMIT_KEY))
                .map(Object::toString)
                .flatMap(MemorySize::limit);
    }
}
