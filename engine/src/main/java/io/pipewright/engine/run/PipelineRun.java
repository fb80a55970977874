package io.pipewright.engine.run;

import io.pipewright.engine.project.PipelineId;
import java.time.Instant;
import java.util.Map;

/// One run of a pipeline as it stands now.
///
/// @param variables as given by the request; the pipeline's own are not repeated
public record PipelineRun(
        RunId id,
        PipelineId pipeline,
        RunOrigin origin,
        Map<String, Object> variables,
        Instant createdAt,
        PipelineRunState state) {

    public PipelineRun with(PipelineRunState next) {
        return new PipelineRun(id, pipeline, origin, variables, createdAt, next);
    }
}
