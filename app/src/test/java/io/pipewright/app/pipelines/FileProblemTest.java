package io.pipewright.app.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectListing.Counts;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    private final ProjectProblem unreadable = problem("metadata.yaml");
    private final ProjectProblem spare = problem("io_config.yaml");
    private final ProjectProblem broken = problem("pipelines/orders/metadata.yaml");
    private final ProjectProblem doubtful = problem("pipelines/weather/metadata.yaml");

    @Test
    void tellsWhatBreaksSomethingFromWarningsAndPutsItFirst() {
        List<PipelineEntry> pipelines =
                List.of(entry("weather", "python", doubtful), entry("orders", "invalid", broken));

        assertEquals(
                List.of(
                        new FileProblem(unreadable, true),
                        new FileProblem(broken, true),
                        new FileProblem(spare, false),
                        new FileProblem(doubtful, false)),
                FileProblem.of(listing(pipelines, Optional.of(unreadable))));
        assertEquals(
                new FileProblem(unreadable, false),
                FileProblem.of(listing(List.of(), Optional.empty())).getLast());
    }

    private ProjectListing listing(List<PipelineEntry> pipelines, Optional<ProjectProblem> why) {
        return new ProjectListing(
                "demo", Path.of("/demo"), true, pipelines, List.of(spare, unreadable), why);
    }

    private static PipelineEntry entry(String id, String type, ProjectProblem problem) {
        return new PipelineEntry(
                new PipelineId(id),
                id,
                type,
                new Counts(1, 0, 0),
                List.of(problem),
                Optional.empty());
    }

    private static ProjectProblem problem(String file) {
        return new ProjectProblem(Path.of("/demo", file), 1, "is not meant like this", "");
    }
}
