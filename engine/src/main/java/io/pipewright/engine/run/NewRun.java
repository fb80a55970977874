package io.pipewright.engine.run;

import io.pipewright.engine.project.PipelineId;
import java.time.Instant;
import java.util.Map;

/// A run that is about to be accepted.
///
/// @param variables as given by the request
public record NewRun(
        RunPlan plan, RunOrigin origin, Map<String, Object> variables, Instant createdAt) {

    public PipelineId pipeline() {
        return plan.pipeline();
    }

    public PipelineRun accepted(RunId id) {
        return new PipelineRun(
                id, pipeline(), origin, variables, createdAt, new PipelineRunState.Initial());
    }
}
