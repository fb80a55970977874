package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.MemorySize;

/// Notes a `memory_limit` that cannot hold; the usual limit holds then.
final class MemoryLimitCheck {

    private MemoryLimitCheck() {}

    /// @param settings the map `pipewright` of a project or a pipeline
    static void in(YamlMap settings, FileNotes notes) {
        settings.text(MemorySize.LIMIT_KEY)
                .filter(written -> MemorySize.limit(written).isEmpty())
                .ifPresent(
                        written ->
                                notes.warn(
                                        settings.line(MemorySize.LIMIT_KEY),
                                        "\"memory_limit\" is ignored: it is \"" + written + "\"",
                                        "It should be a size of at least 1G, such as 2G or 1536M."));
    }
}
