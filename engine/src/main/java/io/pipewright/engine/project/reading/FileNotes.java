package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.ProjectProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the reader finds wrong in one file: errors keep it from opening, warnings do not.
final class FileNotes {

    private final Path file;
    private final List<ProjectProblem> errors = new ArrayList<>();
    private final List<ProjectProblem> warnings = new ArrayList<>();

    FileNotes(Path file) {
        this.file = file;
    }

    void error(int line, String message, String hint) {
        errors.add(new ProjectProblem(file, line, message, hint));
    }

    void warn(int line, String message, String hint) {
        warnings.add(new ProjectProblem(file, line, message, hint));
    }

    Path file() {
        return file;
    }

    List<ProjectProblem> errors() {
        return errors;
    }

    List<ProjectProblem> warnings() {
        return warnings;
    }
}
