package io.pipewright.app.live;

import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One block of an open pipeline: what its author wrote and how its newest run stands.
///
/// Thread: the FX thread only.
public final class LiveBlock {

    static final int MOST_LINES = 2_000;

    private final Block block;
    private final ObjectProperty<Optional<String>> source =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> whyNot =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BlockRun>> run =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Duration>> usual =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> shownLines =
            FXCollections.unmodifiableObservableList(lines);

    LiveBlock(Block block) {
        this.block = block;
    }

    public Block block() {
        return block;
    }

    public BlockId id() {
        return block.id();
    }

    /// Its text; empty before it is read and when its file is missing.
    public ReadOnlyObjectProperty<Optional<String>> sourceProperty() {
        return source;
    }

    /// Why it cannot run here; empty if it can, or if it is not for running.
    public ReadOnlyObjectProperty<Optional<String>> whyNotProperty() {
        return whyNot;
    }

    /// Its newest attempt in its newest run.
    public ReadOnlyObjectProperty<Optional<BlockRun>> runProperty() {
        return run;
    }

    /// How long it took lately, the median; empty before it completed once.
    public ReadOnlyObjectProperty<Optional<Duration>> usualProperty() {
        return usual;
    }

    /// The newest lines it printed in that attempt's run, at most 2,000.
    public ObservableList<LogLine> lines() {
        return shownLines;
    }

    public ShownState shown() {
        return run.get().map(known -> ShownState.of(known.state())).orElse(ShownState.NOT_RUN);
    }

    /// How long the newest run took, or takes until `now`.
    public Optional<Duration> took(Instant now) {
        return run.get()
                .flatMap(
                        known ->
                                known.state()
                                        .started()
                                        .map(
                                                started ->
                                                        Duration.between(
                                                                started,
                                                                known.state()
                                                                        .ended()
                                                                        .orElse(now))));
    }

    void setSource(Optional<String> text) {
        source.set(text);
    }

    void setWhyNot(Optional<String> reason) {
        whyNot.set(reason);
    }

    void setUsual(Optional<Duration> duration) {
        usual.set(duration);
    }

    /// @return whether it was news
    boolean offer(BlockRun candidate) {
        Optional<BlockRun> known = run.get();
        if (known.isPresent() && !BlockRunOrder.isLater(candidate, known.get())) return false;
        boolean sameRun =
                known.isPresent() && known.get().key().run().equals(candidate.key().run());
        if (!sameRun) lines.clear();
        run.set(Optional.of(candidate));
        return true;
    }

    void print(List<LogLine> fresh) {
        int surplus = lines.size() + fresh.size() - MOST_LINES;
        if (surplus >= lines.size()) {
            lines.setAll(fresh.subList(Math.max(0, fresh.size() - MOST_LINES), fresh.size()));
            return;
        }
        if (surplus > 0) lines.remove(0, surplus);
        lines.addAll(fresh);
    }

    /// The stored lines of `of`, unless another run has begun or lines came in live meanwhile.
    void printStored(BlockRunKey of, List<LogLine> stored) {
        boolean stillThatRun = run.get().map(known -> known.key().equals(of)).orElse(false);
        if (stillThatRun && lines.size() < stored.size()) {
            lines.clear();
            print(stored);
        }
    }
}
