package io.pipewright.app.live;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The newest runs of a project, newest first.
///
/// Thread: the FX thread only.
public final class LiveRuns {

    private static final int NEWEST = 100;
    private static final int WITH_DETAIL = 40;

    private final ProjectConnection connection;
    private final ObservableList<LiveRun> runs = FXCollections.observableArrayList();
    private final ObservableList<LiveRun> shownRuns =
            FXCollections.unmodifiableObservableList(runs);
    private final Map<RunId, LiveRun> byId = new HashMap<>();
    private final ReadOnlyIntegerWrapper active = new ReadOnlyIntegerWrapper();

    LiveRuns(ProjectConnection connection) {
        this.connection = connection;
    }

    public ObservableList<LiveRun> list() {
        return shownRuns;
    }

    public Optional<LiveRun> find(RunId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// How many have not ended.
    public ReadOnlyIntegerProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// Reads the block runs of a run that the list does not know them of yet.
    public void readDetail(LiveRun run) {
        if (!run.blockRuns().isEmpty()) return;
        connection
                .background()
                .run(
                        () -> connection.session().run(run.id()),
                        detail -> detail.ifPresent(this::offer),
                        _ -> {});
    }

    void read() {
        connection
                .background()
                .run(() -> connection.session().runs(RunQuery.newest(NEWEST)), this::show, _ -> {});
    }

    void offer(PipelineRun candidate) {
        LiveRun known = byId.get(candidate.id());
        if (known == null) insert(new LiveRun(candidate));
        else known.offer(candidate);
        active.set((int) runs.stream().filter(LiveRun::isActive).count());
    }

    void offer(BlockRun candidate) {
        find(candidate.key().run()).ifPresent(run -> run.offer(candidate));
    }

    private void offer(RunDetail detail) {
        offer(detail.run());
        find(detail.run().id()).ifPresent(run -> run.offer(detail.blockRuns()));
    }

    private void show(List<PipelineRun> newest) {
        newest.reversed().forEach(this::offer);
        runs.stream().limit(WITH_DETAIL).toList().forEach(this::readDetail);
    }

    private void insert(LiveRun run) {
        int at = 0;
        while (at < runs.size() && runs.get(at).id().value() > run.id().value()) at++;
        byId.put(run.id(), run);
        runs.add(at, run);
    }
}
