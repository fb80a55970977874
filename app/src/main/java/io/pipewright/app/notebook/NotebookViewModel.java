package io.pipewright.app.notebook;

import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// A pipeline's blocks in their order, one of them selected.
///
/// Thread: the FX thread only.
public final class NotebookViewModel {

    /// A line of a block's code that is to be shown. The first is 1.
    public record OpenLine(BlockId block, int line) {}

    private final LiveProject project;
    private final LivePipeline pipeline;
    private final ObservableList<BlockCellViewModel> cells = FXCollections.observableArrayList();
    private final ObservableList<BlockCellViewModel> shownCells =
            FXCollections.unmodifiableObservableList(cells);
    private final ObjectProperty<Optional<BlockId>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BlockRunKey>> dismissed =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<Optional<BlockRun>> failure;
    private final ObjectProperty<Optional<OpenLine>> wanted =
            new SimpleObjectProperty<>(Optional.empty());

    public NotebookViewModel(LiveProject project, LivePipeline pipeline) {
        this.project = project;
        this.pipeline = pipeline;
        this.failure =
                Bindings.createObjectBinding(
                        this::undismissed, pipeline.failureProperty(), dismissed);
        pipeline.blocks().addListener((ListChangeListener<LiveBlock>) _ -> fill());
        fill();
    }

    public LivePipeline pipeline() {
        return pipeline;
    }

    public LiveProject project() {
        return project;
    }

    public ObservableList<BlockCellViewModel> cells() {
        return shownCells;
    }

    public ObjectProperty<Optional<BlockId>> selectedProperty() {
        return selected;
    }

    /// The line asked for last; views show it once its cell is there.
    public ReadOnlyObjectProperty<Optional<OpenLine>> wantedLineProperty() {
        return wanted;
    }

    public void openLine(BlockId block, int line) {
        selected.set(Optional.of(block));
        wanted.set(Optional.of(new OpenLine(block, line)));
    }

    public void lineShown() {
        wanted.set(Optional.empty());
    }

    /// The failure of the newest run, until it is dismissed.
    public ObjectBinding<Optional<BlockRun>> failureProperty() {
        return failure;
    }

    public void dismissFailure() {
        dismissed.set(failure.get().map(BlockRun::key));
    }

    /// Brings the failed block into view, at the line that failed.
    public void showFailure() {
        failure.get()
                .ifPresent(
                        run -> {
                            if (run.state() instanceof BlockRunState.Failed failed)
                                openLine(run.block(), failed.error().line().orElse(1));
                        });
    }

    private Optional<BlockRun> undismissed() {
        return pipeline.failureProperty()
                .get()
                .filter(run -> !dismissed.get().equals(Optional.of(run.key())));
    }

    public void runSelected() {
        selected.get().ifPresent(pipeline::runOnly);
    }

    public void selectNext(int step) {
        if (cells.isEmpty()) return;
        int at =
                selected.get()
                        .map(
                                block ->
                                        cells.stream()
                                                .map(cell -> cell.live().id())
                                                .toList()
                                                .indexOf(block))
                        .orElse(step > 0 ? -1 : cells.size());
        int next = Math.clamp(at + (long) step, 0, cells.size() - 1);
        selected.set(Optional.of(cells.get(next).live().id()));
    }

    private void fill() {
        cells.setAll(
                pipeline.blocks().stream()
                        .map(block -> new BlockCellViewModel(project, pipeline, block))
                        .toList());
    }
}
