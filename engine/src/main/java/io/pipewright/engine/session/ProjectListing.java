package io.pipewright.engine.session;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.run.PipelineRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a project holds.
///
/// @param trusted whether the engine may execute what is in the folder
/// @param problems what is wrong outside the pipelines
/// @param whyNothingRuns the one of them that keeps every pipeline from running; the others are warnings
public record ProjectListing(
        String name,
        Path folder,
        boolean trusted,
        List<PipelineEntry> pipelines,
        List<ProjectProblem> problems,
        Optional<ProjectProblem> whyNothingRuns) {

    /// One pipeline, also a broken one.
    ///
    /// @param type the word in the file; `invalid` when it is broken
    /// @param problems why it is broken; warnings when it is not
    /// @param lastRun the newest run
    public record PipelineEntry(
            PipelineId id,
            String name,
            String type,
            Counts counts,
            List<ProjectProblem> problems,
            Optional<PipelineRun> lastRun) {

        public boolean isBroken() {
            return type.equals("invalid");
        }
    }

    /// How many of what.
    ///
    /// @param blocks without charts and scratchpads
    /// @param triggers in its `triggers.yaml`
    public record Counts(int blocks, int triggers, int activeTriggers) {}
}
