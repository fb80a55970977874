package io.pipewright.app.live;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.EventBridge;
import io.pipewright.app.fx.Messages;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.session.EngineStatus;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One open project, kept up to date by the engine's events.
///
/// Thread: the FX thread only.
public final class LiveProject implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final ProjectConnection connection;
    private final EventBridge events;
    private final ObjectProperty<ProjectListing> listing;
    private final ObjectProperty<Optional<EngineStatus>> status =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty lost = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<String>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final LiveRuns runs;
    private final LiveClock clock;
    private final Map<PipelineId, LivePipeline> pipelines = new LinkedHashMap<>();
    private final List<ProjectSession.Subscription> subscriptions = new ArrayList<>();
    private final Background.Repetition heartbeat;

    public LiveProject(ProjectConnection connection, ProjectListing listing, EventBridge events) {
        this.connection = connection;
        this.events = events;
        this.listing = new SimpleObjectProperty<>(listing);
        this.runs = new LiveRuns(connection);
        this.clock = new LiveClock(connection.clock(), connection.background());
        runs.activeProperty()
                .addListener((_, _, active) -> clock.setTicking(active.intValue() > 0));
        heartbeat = connection.background().every(HEARTBEAT, this::beat);
        subscribe();
        beat();
    }

    public ReadOnlyObjectProperty<ProjectListing> listingProperty() {
        return listing;
    }

    /// Empty before the engine answered once.
    public ReadOnlyObjectProperty<Optional<EngineStatus>> statusProperty() {
        return status;
    }

    /// Whether the engine is gone: what is shown is what was known last.
    public ReadOnlyBooleanProperty lostProperty() {
        return lost;
    }

    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    public ProjectConnection connection() {
        return connection;
    }

    public LiveRuns runs() {
        return runs;
    }

    public LiveClock clock() {
        return clock;
    }

    /// The same value for the same pipeline while the project is open; reads it when asked for the first time.
    public LivePipeline pipeline(PipelineId id) {
        return pipelines.computeIfAbsent(id, this::open);
    }

    /// Lets the engine execute what is in the folder.
    public void trust() {
        connection
                .background()
                .perform(() -> connection.session().trust(), this::readListing, this::failed);
    }

    @Override
    public void close() {
        heartbeat.stop();
        clock.setTicking(false);
        connection
                .background()
                .perform(
                        () -> {
                            subscriptions.forEach(ProjectSession.Subscription::close);
                            connection.session().close();
                        },
                        () -> {},
                        _ -> {});
    }

    private LivePipeline open(PipelineId id) {
        var live = new LivePipeline(id, connection);
        runs.list().forEach(run -> live.offer(run.run()));
        live.read();
        return live;
    }

    // Subscribed before the runs are read: what happens in between arrives twice rather than never.
    private void subscribe() {
        connection
                .background()
                .run(
                        () -> events.connect(connection.session(), this::apply),
                        subscription -> {
                            subscriptions.add(subscription);
                            runs.read();
                        },
                        this::failed);
    }

    private void apply(List<EngineEvent> batch) {
        var printed = new ArrayList<LogPrinted>();
        for (EngineEvent event : batch) {
            switch (event) {
                case EngineEvent.RunChanged changed -> {
                    runs.offer(changed.run());
                    pipelines.values().forEach(pipeline -> pipeline.offer(changed.run()));
                }
                case EngineEvent.BlockRunChanged changed -> {
                    runs.offer(changed.blockRun());
                    pipelines.values().forEach(pipeline -> pipeline.offer(changed.blockRun()));
                }
                case LogPrinted line -> printed.add(line);
                case EngineEvent.LogSkipped skipped -> printed.add(note(skipped));
                case EngineEvent.ProjectChanged _ -> readFiles();
                case EngineEvent.EngineStopping _ -> lost.set(true);
            }
        }
        if (!printed.isEmpty()) pipelines.values().forEach(pipeline -> pipeline.print(printed));
        clock.update();
    }

    private LogPrinted note(EngineEvent.LogSkipped skipped) {
        String text = Messages.count("log.skipped.text", skipped.lines());
        return new LogPrinted(
                skipped.run(),
                skipped.blockRunUuid(),
                new LogLine(clock.now(), "WARNING", text, Map.of()));
    }

    private void readFiles() {
        readListing();
        pipelines.values().forEach(LivePipeline::read);
    }

    private void readListing() {
        connection
                .background()
                .run(() -> connection.session().listing(), listing::set, this::failed);
    }

    private void beat() {
        connection
                .background()
                .run(
                        () -> connection.session().status(),
                        answer -> {
                            status.set(Optional.of(answer));
                            lost.set(false);
                        },
                        _ -> lost.set(true));
    }

    private void failed(RuntimeException failure) {
        String project = Messages.get("project.read.action", listing.get().name());
        problem.set(Optional.of(ErrorText.of(project, failure)));
    }
}
