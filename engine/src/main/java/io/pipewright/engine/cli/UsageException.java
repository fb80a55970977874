package io.pipewright.engine.cli;

/// The command line was given something it cannot use. The message says what and the right form.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
