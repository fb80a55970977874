package io.pipewright.engine.session;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What of a project can run here.
///
/// @param broken whether the settings or a pipeline cannot be read; a warning or a block that cannot run here breaks nothing
/// @param problems of the project and all its pipelines, warnings included
public record ProjectValidation(
        Path folder,
        boolean broken,
        List<ProjectProblem> problems,
        List<PipelineValidation> pipelines) {

    /// @param blocks empty for a pipeline that does not open
    public record PipelineValidation(PipelineId id, List<BlockValidation> blocks) {}

    /// @param whyNot why it cannot run here; empty if it can
    public record BlockValidation(BlockId id, BlockKind kind, Optional<String> whyNot) {}
}
