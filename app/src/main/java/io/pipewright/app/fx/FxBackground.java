package io.pipewright.app.fx;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Calls run on virtual threads named `app-background`.
public final class FxBackground implements Background {

    private final Thread.Builder threads = Thread.ofVirtual().name("app-background-", 0);

    @Override
    public <T extends @Nullable Object> void run(
            Supplier<T> call, Consumer<? super T> onDone, Consumer<RuntimeException> onFailed) {
        threads.start(
                () -> {
                    T result;
                    try {
                        result = call.get();
                    } catch (RuntimeException failure) {
                        Platform.runLater(() -> onFailed.accept(failure));
                        return;
                    }
                    Platform.runLater(() -> onDone.accept(result));
                });
    }

    @Override
    public Repetition every(Duration pause, Runnable action) {
        var timeline =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.millis((double) pause.toMillis()),
                                _ -> action.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}
