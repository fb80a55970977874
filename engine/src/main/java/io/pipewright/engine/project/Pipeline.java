package io.pipewright.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pipeline as its author wrote it. Immutable; an edit gives a new value.
///
/// @param file its `metadata.yaml`, absolute
/// @param blocks in display order; the order of execution comes from the edges alone
public record Pipeline(
        PipelineId id,
        Path file,
        PipelineInfo info,
        List<Block> blocks,
        PipelineAddOns addOns,
        PipelineDetails details) {

    /// The rest of the file.
    ///
    /// @param raw the whole file as parsed, unknown keys included
    /// @param warnings what is odd but does not keep it from opening
    public record PipelineDetails(
            PipelineOptions options, Map<String, Object> raw, List<ProjectProblem> warnings) {}

    public Pipeline {
        blocks = List.copyOf(blocks);
    }

    public Optional<Block> block(BlockId block) {
        return blocks.stream().filter(candidate -> candidate.id().equals(block)).findFirst();
    }

    public PipelineOptions options() {
        return details.options();
    }
}
