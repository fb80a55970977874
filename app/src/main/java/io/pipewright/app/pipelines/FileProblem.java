package io.pipewright.app.pipelines;

import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.session.ProjectListing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Something wrong in a project's files.
///
/// @param breaks whether a pipeline or the whole project cannot run for it; else it is a warning
record FileProblem(ProjectProblem problem, boolean breaks) {

    /// Of the project and of all its pipelines, what breaks something first.
    static List<FileProblem> of(ProjectListing listing) {
        Stream<FileProblem> own =
                listing.problems().stream()
                        .map(
                                problem ->
                                        new FileProblem(
                                                problem,
                                                listing.whyNothingRuns()
                                                        .filter(problem::equals)
                                                        .isPresent()));
        Stream<FileProblem> ofPipelines =
                listing.pipelines().stream()
                        .flatMap(
                                entry ->
                                        entry.problems().stream()
                                                .map(
                                                        problem ->
                                                                new FileProblem(
                                                                        problem,
                                                                        entry.isBroken())));
        return Stream.concat(own, ofPipelines)
                .sorted(Comparator.comparing(FileProblem::breaks).reversed())
                .toList();
    }
}
