package io.pipewright.engine.project;

import java.util.List;

/// A pipeline that cannot be opened, with everything wrong in it.
public record BrokenPipeline(PipelineId id, List<ProjectProblem> problems) {

    public BrokenPipeline {
        problems = List.copyOf(problems);
    }
}
