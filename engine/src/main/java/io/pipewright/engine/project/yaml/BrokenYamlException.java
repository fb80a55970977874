package io.pipewright.engine.project.yaml;

/// A text is not YAML that a project may hold. The message says what is wrong, not in which file.
public final class BrokenYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String hint;

    /// @param line first line is 1; 0 when the whole file is meant
    public BrokenYamlException(int line, String message, String hint) {
        super(message);
        this.line = line;
        this.hint = hint;
    }

    public int line() {
        return line;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// What to do; may be empty.
    public String hint() {
        return hint;
    }
}
