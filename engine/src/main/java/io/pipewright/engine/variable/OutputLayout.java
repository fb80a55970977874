package io.pipewright.engine.variable;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.nio.file.Path;

/// Where outputs lie below the variables folder, as the project format says:
/// `pipelines/<pipeline>/.variables/<partition>/<block>/<output>`.
///
/// A name that would lead out of its folder is refused, whoever made it up: `NameRefusedException`.
///
/// @param variablesFolder absolute
public record OutputLayout(Path variablesFolder) {

    /// All partitions of a pipeline.
    public Path pipelineFolder(PipelineId pipeline) {
        return below(variablesFolder.resolve("pipelines"), pipeline.value()).resolve(".variables");
    }

    /// @param partition of a run; empty for outputs of a notebook
    public Path partitionFolder(PipelineId pipeline, String partition) {
        Path all = pipelineFolder(pipeline);
        return partition.isEmpty() ? all : below(all, partition);
    }

    public Path blockFolder(PipelineId pipeline, String partition, BlockId block) {
        return below(partitionFolder(pipeline, partition), block.folderName());
    }

    public Path outputFolder(VariableKey key) {
        return below(blockFolder(key.pipeline(), key.partition(), key.block()), key.output());
    }

    private static Path below(Path folder, String name) {
        Path found = folder.resolve(name).normalize();
        if (found.equals(folder.normalize()) || !found.startsWith(folder.normalize())) {
            throw new NameRefusedException(name, folder);
        }
        return found;
    }
}
