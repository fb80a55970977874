package io.pipewright.engine.variable;

/// A question about a stored table has no answer. The message says which table, why, and what to do.
public final class QuestionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QuestionFailedException(String message) {
        super(message);
    }
}
