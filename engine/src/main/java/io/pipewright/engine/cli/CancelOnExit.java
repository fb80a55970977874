package io.pipewright.engine.cli;

import io.pipewright.engine.run.RunId;
import io.pipewright.engine.session.ProjectSession;

/// While open, the end of this process (Ctrl-C, SIGTERM) cancels a run first.
final class CancelOnExit implements AutoCloseable {

    private final Thread hook;

    private CancelOnExit(Thread hook) {
        this.hook = hook;
    }

    static CancelOnExit of(ProjectSession session, RunId run) {
        // Closing the session in this process ends its workers and the database in order.
        var hook =
                new Thread(
                        () -> {
                            session.cancel(run);
                            session.close();
                        },
                        "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        return new CancelOnExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already ending: the hook does the closing.
            return;
        }
    }
}
