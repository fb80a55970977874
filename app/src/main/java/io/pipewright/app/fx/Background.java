package io.pipewright.app.fx;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs what may take time away from the FX thread and brings the result back to it.
///
/// Thread: called on the FX thread; `onDone`, `onFailed` and repeated actions run there too.
public interface Background {

    /// Ends a repetition.
    interface Repetition {
        void stop();
    }

    /// Only what `call` throws reaches `onFailed`: the session throws unchecked exceptions with a sentence for the user.
    <T extends @Nullable Object> void run(
            Supplier<T> call, Consumer<? super T> onDone, Consumer<RuntimeException> onFailed);

    /// As `run`, for a call that gives nothing.
    default void perform(Runnable call, Runnable onDone, Consumer<RuntimeException> onFailed) {
        run(
                () -> {
                    call.run();
                    return true;
                },
                _ -> onDone.run(),
                onFailed);
    }

    /// Runs `action` after each `pause`, on the FX thread, until stopped.
    Repetition every(Duration pause, Runnable action);
}
