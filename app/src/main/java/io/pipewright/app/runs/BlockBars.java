package io.pipewright.app.runs;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveRun;
import io.pipewright.app.live.ShownState;
import io.pipewright.app.parts.StateLook;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// When each block of a run worked, as bars under each other. The name opens the block: a bar may be too short to hit.
final class BlockBars {

    private static final double BAR = 16;
    private static final double LEAST_WIDTH = 3;
    // Room for the text right of the longest bar.
    private static final double SHARE = 0.72;

    private final Instant begin;
    private final double total;
    private final Instant now;

    private BlockBars(LiveRun run, Instant now) {
        this.now = now;
        this.begin = run.run().state().started().orElse(run.run().createdAt());
        Instant end = run.run().state().ended().orElse(now);
        this.total = Math.max(1, Duration.between(begin, end).toMillis());
    }

    static Node of(LiveRun run, Instant now, Consumer<BlockId> open) {
        var bars = new BlockBars(run, now);
        var grid = new GridPane();
        grid.getStyleClass().add("block-bars");
        int row = 0;
        for (BlockRun blockRun : run.blockRuns()) {
            Node lane = bars.lane(blockRun);
            GridPane.setHgrow(lane, Priority.ALWAYS);
            grid.addRow(row++, name(blockRun, open), lane);
        }
        return grid;
    }

    private static Button name(BlockRun blockRun, Consumer<BlockId> open) {
        var name = new Button(blockRun.key().blockRunUuid());
        name.setMnemonicParsing(false);
        name.getStyleClass().add("link-button");
        name.setOnAction(_ -> open.accept(blockRun.block()));
        return name;
    }

    private Node lane(BlockRun blockRun) {
        BlockRunState state = blockRun.state();
        var bar = new Region();
        bar.getStyleClass().add("block-bar");
        StateLook.mark(bar, ShownState.of(state));
        var text = new Label(text(state));
        text.getStyleClass().add("block-bar-text");
        double from = state.started().map(this::share).orElse(0.0);
        double to = state.started().isEmpty() ? 0.0 : share(state.ended().orElse(now));
        bar.setVisible(state.started().isPresent());
        return new Lane(bar, text, from, to);
    }

    private double share(Instant at) {
        return Math.clamp(Duration.between(begin, at).toMillis() / total, 0, 1);
    }

    private String text(BlockRunState state) {
        String word = Messages.get(ShownState.of(state).key());
        Optional<String> time =
                state.started()
                        .map(
                                started ->
                                        Figures.duration(
                                                Duration.between(
                                                        started, state.ended().orElse(now))));
        if (state instanceof BlockRunState.Completed) return time.orElse(word);
        if (state instanceof BlockRunState.UpstreamFailed failed)
            return Messages.get("notebook.upstreamfailed.text", failed.upstream().value());
        return time.map(took -> Messages.get("runs.bar.text", took, word)).orElse(word);
    }

    /// A bar from one share of the width to another, with its text after it.
    private static final class Lane extends Pane {
        private final Region bar;
        private final Label text;
        private final double from;
        private final double to;

        Lane(Region bar, Label text, double from, double to) {
            this.bar = bar;
            this.text = text;
            this.from = from;
            this.to = to;
            getChildren().addAll(bar, text);
            setMinHeight(BAR + 8);
            setPrefHeight(BAR + 8);
        }

        @Override
        protected void layoutChildren() {
            double scale = getWidth() * SHARE;
            double width = Math.max(LEAST_WIDTH, (to - from) * scale);
            double top = (getHeight() - BAR) / 2;
            bar.resizeRelocate(from * scale, top, width, BAR);
            double after = bar.isVisible() ? from * scale + width + 8 : 0;
            text.resizeRelocate(after, top, Math.min(text.prefWidth(-1), getWidth() - after), BAR);
        }
    }
}
