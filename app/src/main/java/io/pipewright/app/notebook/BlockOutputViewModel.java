package io.pipewright.app.notebook;

import io.pipewright.app.data.OutputTableViewModel;
import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.variable.VariableKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What a block's newest run left to look at, as tabs. While a run goes on, what the one before it stored stays in place.
///
/// Thread: the FX thread only.
public final class BlockOutputViewModel {

    private final LivePipeline pipeline;
    private final LiveBlock live;
    private final ProjectConnection connection;
    private final ObservableList<OutputTab> tabs = FXCollections.observableArrayList();
    private final ObservableList<OutputTab> shownTabs =
            FXCollections.unmodifiableObservableList(tabs);
    private final ObjectProperty<Optional<OutputTab>> selected =
            new SimpleObjectProperty<>(Optional.empty());

    BlockOutputViewModel(LivePipeline pipeline, LiveBlock live, ProjectConnection connection) {
        this.pipeline = pipeline;
        this.live = live;
        this.connection = connection;
        live.runProperty().subscribe(run -> run.ifPresent(this::follow));
        live.lines().addListener((ListChangeListener<LogLine>) _ -> offerPrint());
        offerPrint();
    }

    public ObservableList<OutputTab> tabs() {
        return shownTabs;
    }

    /// Empty when there are no tabs.
    public ObjectProperty<Optional<OutputTab>> selectedProperty() {
        return selected;
    }

    public ObservableList<LogLine> lines() {
        return live.lines();
    }

    public BlockId block() {
        return live.id();
    }

    public OutputTableViewModel table(OutputTab.Table tab) {
        return new OutputTableViewModel(
                connection, tab.key(), tab.output().columns(), tab.output().rowCount().orElse(0));
    }

    /// The JSON text of a value; an explanation when it cannot be read.
    public StringProperty value(OutputTab.Value tab) {
        var text = new SimpleStringProperty("");
        connection
                .background()
                .run(
                        () -> connection.session().value(tab.key()),
                        text::set,
                        failure ->
                                text.set(
                                        ErrorText.of(
                                                Messages.get(
                                                        "data.page.action", tab.output().name()),
                                                failure)));
        return text;
    }

    private void follow(BlockRun run) {
        if (!run.state().isFinal()) return;
        List<OutputTab> fresh = tabsOf(run);
        tabs.setAll(fresh);
        selected.set(fresh.isEmpty() ? Optional.empty() : Optional.of(fresh.getFirst()));
    }

    // The failure first: it is what the user has to see.
    private List<OutputTab> tabsOf(BlockRun run) {
        var fresh = new ArrayList<OutputTab>();
        if (run.state() instanceof BlockRunState.Failed failed)
            fresh.add(new OutputTab.Failure(failed.error()));
        BlockOutcome outcome = run.state().outcome();
        pipeline.runOf(run)
                .ifPresent(of -> outcome.outputs().forEach(output -> fresh.add(tab(of, output))));
        if (!live.lines().isEmpty()) fresh.add(new OutputTab.Print());
        if (outcome.testsPassed() + outcome.testsFailed() > 0)
            fresh.add(new OutputTab.Tests(outcome));
        return fresh;
    }

    private OutputTab tab(PipelineRun run, OutputInfo output) {
        var key =
                new VariableKey(pipeline.id(), run.origin().partition(), live.id(), output.name());
        return output.rowCount().isPresent()
                ? new OutputTab.Table(output, key)
                : new OutputTab.Value(output, key);
    }

    private void offerPrint() {
        boolean offered = tabs.stream().anyMatch(OutputTab.Print.class::isInstance);
        if (live.lines().isEmpty() || offered) return;
        boolean beforeTests = !tabs.isEmpty() && tabs.getLast() instanceof OutputTab.Tests;
        tabs.add(beforeTests ? tabs.size() - 1 : tabs.size(), new OutputTab.Print());
        if (selected.get().isEmpty()) selected.set(Optional.of(new OutputTab.Print()));
    }
}
