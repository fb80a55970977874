package io.pipewright.engine.run;

/// A run or block run was asked to make a move that its rules do not know: our bug.
public final class IllegalStateMoveException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public IllegalStateMoveException(String message) {
        super(message);
    }

    static IllegalStateMoveException of(BlockRun run, BlockRunEvent event) {
        return of(name(run.key()), run.state().word(), event);
    }

    static IllegalStateMoveException of(PipelineRun run, PipelineRunEvent event) {
        return of(
                "run " + run.id() + " of pipeline \"" + run.pipeline() + "\"",
                run.state().word(),
                event);
    }

    static IllegalStateMoveException of(String what, String word, Object event) {
        return new IllegalStateMoveException(
                "Cannot move "
                        + what
                        + ": it is "
                        + word
                        + ", and then comes no "
                        + event.getClass().getSimpleName());
    }

    /// How messages name a block run.
    public static String name(BlockRunKey key) {
        return "attempt "
                + key.attempt()
                + " of block \""
                + key.blockRunUuid()
                + "\" in run "
                + key.run();
    }
}
