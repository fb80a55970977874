package io.pipewright.app.live;

import io.pipewright.app.fx.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The time that elapsed figures are drawn with. Moves five times a second while something runs, else only when asked.
///
/// Thread: the FX thread only.
public final class LiveClock {

    private static final Duration STEP = Duration.ofMillis(200);

    private final InstantSource source;
    private final Background background;
    private final ObjectProperty<Instant> now;
    private Optional<Background.Repetition> ticking = Optional.empty();

    LiveClock(InstantSource source, Background background) {
        this.source = source;
        this.background = background;
        this.now = new SimpleObjectProperty<>(source.instant());
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now;
    }

    public Instant now() {
        return now.get();
    }

    void update() {
        now.set(source.instant());
    }

    void setTicking(boolean wanted) {
        update();
        if (wanted == ticking.isPresent()) return;
        ticking.ifPresent(Background.Repetition::stop);
        ticking = wanted ? Optional.of(background.every(STEP, this::update)) : Optional.empty();
    }
}
