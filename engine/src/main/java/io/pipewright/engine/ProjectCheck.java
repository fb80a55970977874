package io.pipewright.engine;

import io.pipewright.engine.execution.KernelOptions;
import io.pipewright.engine.kernel.InstalledKernels;
import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.ProjectProblem;
import io.pipewright.engine.session.PipelineCheck;
import io.pipewright.engine.session.ProjectValidation;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Says what of a project can run here. Executes nothing.
final class ProjectCheck {

    private final Project project;
    private final PipelineCheck check;

    ProjectCheck(Project project, InstalledKernels kernels) {
        this.project = project;
        this.check =
                new PipelineCheck(
                        project.folder(),
                        new KernelOptions(project.settings().settings()),
                        kernels::whyNotRunnable);
    }

    ProjectValidation validation() {
        Stream<PipelineValidation> opened = project.pipelines().stream().map(check::validation);
        Stream<PipelineValidation> broken =
                project.broken().stream()
                        .map(pipeline -> new PipelineValidation(pipeline.id(), List.of()));
        List<PipelineValidation> all =
                Stream.concat(opened, broken)
                        .sorted(Comparator.comparing(pipeline -> pipeline.id().value()))
                        .toList();
        return new ProjectValidation(project.folder(), project.isBroken(), problems(), all);
    }

    private List<ProjectProblem> problems() {
        var problems = new ArrayList<>(project.problems());
        project.broken().stream().map(BrokenPipeline::problems).forEach(problems::addAll);
        project.pipelines().forEach(pipeline -> problems.addAll(pipeline.details().warnings()));
        return problems;
    }
}
