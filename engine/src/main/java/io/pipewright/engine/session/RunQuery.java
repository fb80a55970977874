package io.pipewright.engine.session;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.RunId;
import java.util.Optional;

/// Which runs: of one pipeline or all, older than a run that was already read.
public record RunQuery(Optional<PipelineId> pipeline, Optional<RunId> before, int limit) {

    public static RunQuery newest(int limit) {
        return new RunQuery(Optional.empty(), Optional.empty(), limit);
    }
}
