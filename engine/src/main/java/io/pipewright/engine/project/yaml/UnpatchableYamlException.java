package io.pipewright.engine.project.yaml;

/// A file is written in a way that this change cannot be made in without touching more than it says. The file was not changed.
public final class UnpatchableYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    UnpatchableYamlException(int line, String message) {
        super(message);
        this.line = line;
    }

    /// First line is 1; 0 when the whole file is meant.
    public int line() {
        return line;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
