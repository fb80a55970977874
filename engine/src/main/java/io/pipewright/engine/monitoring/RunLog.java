package io.pipewright.engine.monitoring;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.nio.file.Path;

/// Where the log files of one run are: `<logs root>/pipelines/<pipeline>/.logs/<partition>/<block run>.log`.
///
/// @param folder absolute; made with the first line
public record RunLog(Path folder) {

    /// @param logsRoot the variables folder, unless the environment says otherwise
    public static RunLog of(Path logsRoot, PipelineId pipeline, String partition) {
        Path all =
                logsRoot.resolve("pipelines")
                        .resolve(pipeline.value())
                        .resolve(".logs")
                        .normalize();
        Path folder = all.resolve(partition).normalize();
        if (!folder.startsWith(all) || !all.startsWith(logsRoot.normalize())) {
            throw new IllegalArgumentException(
                    "\"" + pipeline + "\", \"" + partition + "\" lead out of " + logsRoot);
        }
        return new RunLog(folder);
    }

    /// The log of one block run.
    ///
    /// @param blockRunUuid `<uuid>` or `<uuid>:<replicated uuid>`
    public Path file(String blockRunUuid) {
        return folder.resolve(BlockId.cleaned(blockRunUuid) + ".log");
    }
}
