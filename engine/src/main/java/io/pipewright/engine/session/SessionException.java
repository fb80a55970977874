package io.pipewright.engine.session;

/// The engine is gone or refused. The message is for the user: what, on which thing, why, what to do.
public final class SessionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SessionException(String message) {
        super(message);
    }

    public SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
