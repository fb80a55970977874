package io.pipewright.app.fake;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.FxBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A background whose calls begin only when the test lets them go.
public final class HeldBackground implements Background {

    private final FxBackground begun = new FxBackground();
    private final List<Runnable> held = new ArrayList<>();

    @Override
    public <T extends @Nullable Object> void run(
            Supplier<T> call, Consumer<? super T> onDone, Consumer<RuntimeException> onFailed) {
        held.add(() -> begun.run(call, onDone, onFailed));
    }

    @Override
    public Repetition every(Duration pause, Runnable action) {
        return begun.every(pause, action);
    }

    /// Begins what was asked for up to now. Thread: the FX thread.
    public void release() {
        List<Runnable> now = List.copyOf(held);
        held.clear();
        now.forEach(Runnable::run);
    }
}
