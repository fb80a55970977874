package io.pipewright.plugin;

import java.nio.file.Path;
import java.util.Map;

/// What a kernel may use to say how its worker is started.
///
/// @param projectFolder the open project, absolute
/// @param runtimeFolder the kernel's own folder for unpacked files, private to the user, survives restarts
/// @param libraries where Pipewright's jars are
/// @param memoryLimit bytes one worker and its children may use
/// @param options the project's and pipeline's settings for this kernel, for example `interpreter`
public record WorkerSettings(
        Path projectFolder,
        Path runtimeFolder,
        Libraries libraries,
        long memoryLimit,
        Map<String, String> options) {

    public WorkerSettings {
        if (memoryLimit <= 0)
            throw new IllegalArgumentException(
                    "memoryLimit must be positive but was " + memoryLimit);
        options = Map.copyOf(options);
    }
}
