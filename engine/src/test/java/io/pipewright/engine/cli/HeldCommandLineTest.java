package io.pipewright.engine.cli;

import io.pipewright.engine.session.ProjectSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/// Another engine holds the project, as with an open window: each command goes through it.
@Tag("slow")
class HeldCommandLineTest extends CommandLineContract {

    private @Nullable ProjectSession holder;

    @Override
    void hold(CommandLineFixture project) {
        holder = project.hold();
    }

    @Override
    void release() {
        if (holder != null) holder.close();
    }
}
