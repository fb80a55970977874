package io.pipewright.engine.cli;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.SessionException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run that the command line started and waits for. Ctrl-C cancels the run before the process ends.
final class FollowedRun implements AutoCloseable {

    private static final long REDRAW_MILLIS = 200;

    private final ProjectSession session;
    private final RunProgress progress;
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private final ProjectSession.Subscription subscription;

    FollowedRun(ProjectSession session, RunProgress progress) {
        this.session = session;
        this.progress = progress;
        // Before the start, so that no event of the run is missed.
        this.subscription = session.subscribe(events::add);
    }

    RunDetail toEnd(RunRequest request) {
        RunId run = session.start(request);
        try (var _ = CancelOnExit.of(session, run)) {
            progress.begin(detail(run));
            boolean ended = false;
            while (!ended) {
                EngineEvent event = next();
                ended = event != null && isEnd(event, run);
                progress.draw();
            }
            progress.end();
            return detail(run);
        }
    }

    private @Nullable EngineEvent next() {
        try {
            return events.poll(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new SessionException("Interrupted while waiting for the run", e);
        }
    }

    private boolean isEnd(EngineEvent event, RunId run) {
        return switch (event) {
            case EngineEvent.RunChanged changed ->
                    changed.run().id().equals(run) && changed.run().state().isFinal();
            case EngineEvent.BlockRunChanged changed -> {
                if (changed.blockRun().key().run().equals(run)) progress.update(changed.blockRun());
                yield false;
            }
            case EngineEvent.LogPrinted _, EngineEvent.LogSkipped _, EngineEvent.ProjectChanged _ ->
                    false;
            case EngineEvent.EngineStopping _ ->
                    throw new SessionException(
                            "The engine ended while run "
                                    + run
                                    + " was running; the run is failed at the engine's next start. Start it again.");
        };
    }

    private RunDetail detail(RunId run) {
        return session.run(run)
                .orElseThrow(
                        () ->
                                new SessionException(
                                        "Run " + run + " is gone from the run history."));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
