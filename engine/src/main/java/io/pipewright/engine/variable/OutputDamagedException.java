package io.pipewright.engine.variable;

/// A stored output is not what its block stored. The message names file and block, says why, and what to do.
public final class OutputDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputDamagedException(String message) {
        super(message);
    }
}
