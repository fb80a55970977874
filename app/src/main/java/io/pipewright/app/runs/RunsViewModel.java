package io.pipewright.app.runs;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.live.LiveRun;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRunState;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Runs, newest first, of one pipeline or of the whole project, one of them selected.
///
/// Thread: the FX thread only.
public final class RunsViewModel {

    /// Opens a line of a block's code. The first is 1.
    @FunctionalInterface
    public interface LineOpener {
        void open(PipelineId pipeline, BlockId block, int line);
    }

    private final LiveProject project;
    private final Optional<PipelineId> only;
    private final LineOpener opener;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<LiveRun> runs = FXCollections.observableArrayList();
    private final ObservableList<LiveRun> shownRuns =
            FXCollections.unmodifiableObservableList(runs);
    private final ObjectProperty<Optional<LiveRun>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> problem =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param only the pipeline whose runs are shown; all if empty
    public RunsViewModel(LiveProject project, Optional<PipelineId> only, LineOpener opener) {
        this.project = project;
        this.only = only;
        this.opener = opener;
        filter.addListener((_, _, _) -> fill());
        project.runs().list().addListener((ListChangeListener<LiveRun>) _ -> fill());
        fill();
    }

    public LiveProject project() {
        return project;
    }

    /// Whether the runs of several pipelines are shown.
    public boolean isOfProject() {
        return only.isEmpty();
    }

    /// A part of the pipeline's or trigger's name, the state's word or the number; empty for all.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObservableList<LiveRun> runs() {
        return shownRuns;
    }

    public ReadOnlyObjectProperty<Optional<LiveRun>> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public void select(Optional<LiveRun> run) {
        selected.set(run);
        run.ifPresent(project.runs()::readDetail);
    }

    public void cancel(LiveRun run) {
        var connection = project.connection();
        connection
                .background()
                .perform(
                        () -> connection.session().cancel(run.id()),
                        () -> {},
                        failure ->
                                problem.set(
                                        Optional.of(
                                                ErrorText.of(
                                                        Messages.get(
                                                                "pipeline.cancel.action",
                                                                "#" + run.id()),
                                                        failure))));
    }

    public void openLine(LiveRun run, BlockId block, int line) {
        opener.open(run.run().pipeline(), block, line);
    }

    /// `1,042 runs · 2 active`
    public String summary() {
        long active = runs.stream().filter(LiveRun::isActive).count();
        return Messages.get(
                "runs.summary.text",
                Messages.count("runs.count", runs.size()),
                Figures.whole(active));
    }

    /// Why a run stands where it stands, in a line; empty when there is nothing to say.
    static String why(LiveRun run) {
        return switch (run.run().state()) {
            case PipelineRunState.Failed failed ->
                    run.blockRuns().stream()
                            .filter(blockRun -> blockRun.state() instanceof BlockRunState.Failed)
                            .findFirst()
                            .map(RunsViewModel::why)
                            .orElse(failed.reason());
            case PipelineRunState.Cancelled cancelled -> cancelled.reason();
            case PipelineRunState.Initial _,
                    PipelineRunState.Running _,
                    PipelineRunState.Completed _ ->
                    "";
        };
    }

    private static String why(BlockRun blockRun) {
        return blockRun.state() instanceof BlockRunState.Failed failed
                ? ErrorText.of(blockRun.block(), failed.error())
                : "";
    }

    private void fill() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        runs.setAll(
                project.runs().list().stream()
                        .filter(run -> only.isEmpty() || only.get().equals(run.run().pipeline()))
                        .filter(run -> matches(run, wanted))
                        .toList());
        boolean gone = selected.get().map(run -> !runs.contains(run)).orElse(true);
        if (gone) select(runs.stream().findFirst());
    }

    private static boolean matches(LiveRun run, String wanted) {
        return run.run().pipeline().value().toLowerCase(Locale.ROOT).contains(wanted)
                || run.run().origin().triggerName().toLowerCase(Locale.ROOT).contains(wanted)
                || run.run().state().word().contains(wanted)
                || ("#" + run.id()).contains(wanted);
    }
}
