package io.pipewright.engine.variable;

/// An output is not stored, or not any more. The message says which, where it was looked for, and what to do.
public final class VariableMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VariableMissingException(String message) {
        super(message);
    }
}
