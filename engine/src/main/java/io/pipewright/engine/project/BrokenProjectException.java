package io.pipewright.engine.project;

/// A project file cannot be used. The others still can.
public final class BrokenProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProjectProblem problem;

    public BrokenProjectException(ProjectProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public ProjectProblem problem() {
        return problem;
    }
}
