package io.pipewright.engine.run;

/// What was asked for cannot be run as it is. The message is for the user: what, why, what to do.
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefusedException(String message) {
        super(message);
    }
}
