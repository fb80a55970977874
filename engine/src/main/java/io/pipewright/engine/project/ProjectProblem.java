package io.pipewright.engine.project;

import java.nio.file.Path;

/// Something wrong in a project file.
///
/// @param file the file, absolute
/// @param line first line is 1; 0 when the whole file is meant
/// @param message what is wrong, quoting the value
/// @param hint what to do; may be empty
public record ProjectProblem(Path file, int line, String message, String hint) {

    /// Message and hint, one after the other.
    public String text() {
        if (hint.isEmpty()) return message;
        boolean ends = message.endsWith(".") || message.endsWith("?") || message.endsWith("!");
        return message + (ends ? " " : ". ") + hint;
    }
}
