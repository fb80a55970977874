package io.pipewright.engine.cli;

import org.junit.jupiter.api.Tag;

/// Nobody holds the project: each command runs its own engine.
@Tag("slow")
class AloneCommandLineTest extends CommandLineContract {

    @Override
    void hold(CommandLineFixture project) {
        // Nothing to hold.
    }

    @Override
    void release() {
        // Nothing was held.
    }
}
