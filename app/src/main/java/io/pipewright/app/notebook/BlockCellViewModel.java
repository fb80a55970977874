package io.pipewright.app.notebook;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveBlock;
import io.pipewright.app.live.LiveClock;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.live.ShownState;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;

/// One block in the notebook: its code, how its newest run stands, what it stored.
///
/// Thread: the FX thread only.
public final class BlockCellViewModel {

    private final LivePipeline pipeline;
    private final LiveBlock live;
    private final BlockOutputViewModel output;
    private final ObjectBinding<ShownState> state;
    private final StringBinding stateText;
    private final BooleanBinding runDisabled;

    BlockCellViewModel(LiveProject project, LivePipeline pipeline, LiveBlock live) {
        LiveClock clock = project.clock();
        this.pipeline = pipeline;
        this.live = live;
        this.output = new BlockOutputViewModel(pipeline, live, project.connection());
        this.state = Bindings.createObjectBinding(live::shown, live.runProperty());
        this.runDisabled =
                Bindings.createBooleanBinding(
                        () ->
                                pipeline.runningProperty().get()
                                        || !project.listingProperty().get().trusted(),
                        pipeline.runningProperty(),
                        project.listingProperty());
        this.stateText =
                Bindings.createStringBinding(
                        () -> describe(clock.now()),
                        live.runProperty(),
                        live.whyNotProperty(),
                        live.usualProperty(),
                        clock.nowProperty());
    }

    public LiveBlock live() {
        return live;
    }

    public Block block() {
        return live.block();
    }

    public BlockOutputViewModel output() {
        return output;
    }

    public ObjectBinding<ShownState> stateProperty() {
        return state;
    }

    /// What stands in the state's pill: a time where there is one, else the state's word.
    public StringBinding stateTextProperty() {
        return stateText;
    }

    /// While a run goes on, and before the folder is trusted.
    public ObservableBooleanValue runDisabledProperty() {
        return runDisabled;
    }

    public boolean canRun() {
        return block().isExecutable();
    }

    public void run() {
        if (canRun()) pipeline.runOnly(live.id());
    }

    private String describe(Instant now) {
        Optional<BlockRun> run = live.runProperty().get();
        String word = Messages.get(live.shown().key());
        if (run.isEmpty())
            return live.whyNotProperty().get().isEmpty()
                    ? word
                    : Messages.get("notebook.cannotrun.text");
        String time = live.took(now).map(Figures::duration).orElse(word);
        return switch (run.get().state()) {
            case BlockRunState.Initial _, BlockRunState.Queued _, BlockRunState.ConditionFailed _ ->
                    word;
            case BlockRunState.UpstreamFailed failed ->
                    Messages.get("notebook.upstreamfailed.text", failed.upstream().value());
            case BlockRunState.Running _ ->
                    live.usualProperty().get().map(usual -> withUsual(time, usual)).orElse(time);
            case BlockRunState.Completed _ -> time;
            case BlockRunState.Failed _, BlockRunState.Cancelled _ ->
                    Messages.get("notebook.ended.text", word, time);
        };
    }

    private static String withUsual(String time, Duration usual) {
        return Messages.get("notebook.usual.text", time, Figures.duration(usual));
    }
}
