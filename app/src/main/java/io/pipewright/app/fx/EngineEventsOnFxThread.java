package io.pipewright.app.fx;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.LogSkipped;
import io.pipewright.engine.session.ProjectSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Collects the events of the session's threads and hands them over once per pulse.
///
/// A block may print faster than anything can be drawn: of the lines that wait for one pulse only the newest are kept.
/// They are all in the run's log.
public final class EngineEventsOnFxThread implements EventBridge {

    private static final int MOST_WAITING_LINES = 2_000;

    @Override
    public ProjectSession.Subscription connect(
            ProjectSession session, Consumer<List<EngineEvent>> sink) {
        var waiting = new Waiting(sink);
        return session.subscribe(waiting::add);
    }

    /// Thread: `add` from any, the rest on the FX thread.
    private static final class Waiting {
        private final Consumer<List<EngineEvent>> sink;
        private final Deque<EngineEvent> lines = new ArrayDeque<>();
        private final List<EngineEvent> changes = new ArrayList<>();
        private boolean pulseAsked;

        Waiting(Consumer<List<EngineEvent>> sink) {
            this.sink = sink;
        }

        synchronized void add(EngineEvent event) {
            if (event instanceof LogPrinted || event instanceof LogSkipped) {
                lines.addLast(event);
                if (lines.size() > MOST_WAITING_LINES) lines.removeFirst();
            } else {
                changes.add(event);
            }
            if (pulseAsked) return;
            pulseAsked = true;
            Platform.runLater(this::handOverAtNextPulse);
        }

        private void handOverAtNextPulse() {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    sink.accept(take());
                }
            }.start();
        }

        // Changes first: a line belongs to the attempt that its block run's change announced.
        private synchronized List<EngineEvent> take() {
            var events = new ArrayList<EngineEvent>(changes);
            events.addAll(lines);
            changes.clear();
            lines.clear();
            pulseAsked = false;
            return events;
        }
    }
}
