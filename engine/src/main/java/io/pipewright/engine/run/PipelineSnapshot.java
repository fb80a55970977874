package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import java.util.Map;

/// A pipeline with its texts, read at one moment.
///
/// @param text of its `metadata.yaml`
/// @param sources the text of each block and add-on; none for a block without a file, or whose file is missing
public record PipelineSnapshot(Pipeline pipeline, String text, Map<BlockId, String> sources) {

    public PipelineSnapshot {
        sources = Map.copyOf(sources);
    }
}
