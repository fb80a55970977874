package io.pipewright.app.fake;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.EventBridge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A background that has no threads: calls run at once, repetitions only when told to.
public final class SameThread implements Background {

    private final List<Runnable> repeated = new ArrayList<>();

    /// Events arrive at once, on the thread that caused them.
    public static EventBridge events() {
        return (session, sink) -> session.subscribe(event -> sink.accept(List.of(event)));
    }

    @Override
    public <T extends @Nullable Object> void run(
            Supplier<T> call, Consumer<? super T> onDone, Consumer<RuntimeException> onFailed) {
        T result;
        try {
            result = call.get();
        } catch (RuntimeException failure) {
            onFailed.accept(failure);
            return;
        }
        onDone.accept(result);
    }

    @Override
    public Repetition every(Duration pause, Runnable action) {
        repeated.add(action);
        return () -> repeated.remove(action);
    }

    /// Runs what repeats once.
    public void tick() {
        List.copyOf(repeated).forEach(Runnable::run);
    }
}
