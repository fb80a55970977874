package io.pipewright.engine.project;

import java.util.List;
import java.util.Optional;

/// What a pipeline list shows.
///
/// @param typeWord the type exactly as the file has it
public record PipelineInfo(
        String name,
        Optional<String> description,
        PipelineType type,
        String typeWord,
        List<String> tags) {

    public PipelineInfo {
        tags = List.copyOf(tags);
    }
}
