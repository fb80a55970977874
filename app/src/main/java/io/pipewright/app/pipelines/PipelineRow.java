package io.pipewright.app.pipelines;

import io.pipewright.app.live.ShownState;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import java.util.Optional;

/// One line of the pipelines list.
///
/// @param lastRun the newest run that is known
public record PipelineRow(PipelineEntry entry, Optional<PipelineRun> lastRun) {

    public PipelineId id() {
        return entry.id();
    }

    public ShownState state() {
        return lastRun.map(run -> ShownState.of(run.state())).orElse(ShownState.NOT_RUN);
    }
}
