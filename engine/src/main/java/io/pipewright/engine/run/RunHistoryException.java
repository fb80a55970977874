package io.pipewright.engine.run;

import org.jspecify.annotations.Nullable;

/// A `RunStore` cannot keep or read what it was asked for. The message is for the user: what, why, what to do.
public abstract class RunHistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected RunHistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
