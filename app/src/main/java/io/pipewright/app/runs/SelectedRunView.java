package io.pipewright.app.runs;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveRun;
import io.pipewright.app.parts.Card;
import io.pipewright.app.parts.ErrorCard;
import io.pipewright.app.parts.StatePill;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The selected run: how long each block took, and why the first failed one failed.
final class SelectedRunView {

    private final RunsViewModel viewModel;
    private final StatePill pill = new StatePill();
    private final Label pipeline = new Label();
    private final VBox body = new VBox();
    private final Card node = new Card("");
    private Subscription following = Subscription.EMPTY;
    private Optional<LiveRun> shown = Optional.empty();

    SelectedRunView(RunsViewModel viewModel) {
        this.viewModel = viewModel;
        layOut();
        bind();
    }

    Node node() {
        return node;
    }

    private void layOut() {
        pipeline.getStyleClass().add("hint");
        body.getStyleClass().add("selected-run");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        node.withBeside(pipeline).withAtRight(pill).withBody(scroll);
        node.setMinHeight(300);
        node.setPrefSize(560, 320);
        fill();
    }

    private void bind() {
        viewModel.selectedProperty().subscribe(this::show);
        viewModel
                .project()
                .clock()
                .nowProperty()
                .addListener(
                        (_, _, _) -> {
                            if (shown.map(LiveRun::isActive).orElse(false)) fill();
                        });
    }

    private void show(Optional<LiveRun> run) {
        if (run.equals(shown)) return;
        following.unsubscribe();
        shown = run;
        following =
                run.map(
                                selected ->
                                        selected.blockRuns()
                                                .subscribe(this::fill)
                                                .and(selected.runProperty().subscribe(_ -> fill())))
                        .orElse(Subscription.EMPTY);
        fill();
    }

    private void fill() {
        node.setVisible(shown.isPresent());
        node.setManaged(shown.isPresent());
        shown.ifPresent(this::fill);
    }

    private void fill(LiveRun run) {
        node.title().setText(Messages.get("runs.selected.title", run.id().toString()));
        pipeline.setText(run.run().pipeline().value());
        pill.show(run.shown());
        body.getChildren()
                .setAll(
                        BlockBars.of(
                                run,
                                viewModel.project().clock().now(),
                                block -> viewModel.openLine(run, block, 1)));
        run.blockRuns().stream()
                .filter(blockRun -> blockRun.state() instanceof BlockRunState.Failed)
                .findFirst()
                .ifPresent(failed -> addError(run, failed));
    }

    private void addError(LiveRun run, BlockRun blockRun) {
        if (!(blockRun.state() instanceof BlockRunState.Failed failed)) return;
        body.getChildren()
                .add(
                        new ErrorCard(
                                failed.error(),
                                () ->
                                        viewModel.openLine(
                                                run,
                                                blockRun.block(),
                                                failed.error().line().orElse(1))));
    }
}
