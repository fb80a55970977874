package io.pipewright.engine.store;

import io.pipewright.engine.run.RunHistoryException;
import org.jspecify.annotations.Nullable;

/// The state of the project cannot be kept or read. The message is for the user: what could not be done, on which file, why, and
/// what to do.
public final class StoreException extends RunHistoryException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /// @param action what failed, as in "keep run 42"
    /// @param why with what to do about it
    public StoreException(String action, String why, @Nullable Throwable cause) {
        super("Cannot " + action + ": " + why, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
