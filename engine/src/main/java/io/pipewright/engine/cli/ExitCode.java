package io.pipewright.engine.cli;

/// What the command line tells its caller; documented in `docs/cli.md`.
final class ExitCode {

    static final int COMPLETED = 0;
    static final int RUN_FAILED = 1;
    static final int WRONG_USAGE_OR_BROKEN_PROJECT = 2;

    private ExitCode() {}
}
