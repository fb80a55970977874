package io.pipewright.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A project folder as read from disk at one moment. Immutable.
///
/// @param folder absolute, links resolved
/// @param problems what is wrong outside the pipelines
public record Project(
        Path folder,
        ProjectSettings settings,
        List<Pipeline> pipelines,
        List<BrokenPipeline> broken,
        List<ProjectProblem> problems) {

    /// The folder that holds a folder for each pipeline.
    public static final String PIPELINES = "pipelines";

    public Project {
        pipelines = List.copyOf(pipelines);
        broken = List.copyOf(broken);
        problems = List.copyOf(problems);
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public Optional<Pipeline> pipeline(PipelineId id) {
        return pipelines.stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
    }

    /// Why the project's own settings cannot be read. Such a project can be looked at; running it would put outputs in a wrong place.
    public Optional<ProjectProblem> brokenSettings() {
        if (!settings.raw().isEmpty()) return Optional.empty();
        Path file = folder.resolve("metadata.yaml");
        return problemOf(file);
    }

    /// Why nobody knows which pipelines there are.
    public Optional<ProjectProblem> closedPipelines() {
        return problemOf(folder.resolve(PIPELINES));
    }

    /// Of its settings, else of its list of pipelines.
    public Optional<ProjectProblem> whyNothingRuns() {
        return brokenSettings().or(this::closedPipelines);
    }

    /// Whether its settings or a pipeline cannot be read; a warning breaks nothing.
    public boolean isBroken() {
        return !broken.isEmpty() || whyNothingRuns().isPresent();
    }

    private Optional<ProjectProblem> problemOf(Path file) {
        return problems.stream().filter(problem -> problem.file().equals(file)).findFirst();
    }
}
