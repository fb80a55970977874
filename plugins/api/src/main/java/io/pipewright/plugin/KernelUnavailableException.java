package io.pipewright.plugin;

/// A kernel cannot work on this machine. The message says what is missing and how to get it.
public final class KernelUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public KernelUnavailableException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
