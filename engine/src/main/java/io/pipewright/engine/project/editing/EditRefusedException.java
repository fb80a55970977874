package io.pipewright.engine.project.editing;

/// An edit makes no sense for this pipeline, or its file changed meanwhile. Nothing was written; the message is for the user.
public final class EditRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EditRefusedException(String message) {
        super(message);
    }
}
