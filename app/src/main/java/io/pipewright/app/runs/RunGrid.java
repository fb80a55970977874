package io.pipewright.app.runs;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveRun;
import io.pipewright.app.live.ShownState;
import io.pipewright.app.parts.StateLook;
import io.pipewright.engine.run.BlockRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The last runs of one pipeline side by side: a column a run with a bar as high as its time, below it a square a block.
final class RunGrid {

    private static final double SQUARE = 14;
    private static final double HIGHEST = 38;
    private static final double LOWEST = 6;

    private final Instant now;
    private final Consumer<LiveRun> select;
    private final GridPane grid = new GridPane();

    private RunGrid(Instant now, Consumer<LiveRun> select) {
        this.now = now;
        this.select = select;
        grid.getStyleClass().add("run-grid");
    }

    /// @param runs oldest first
    /// @param selected gets a frame
    static Node of(
            List<LiveRun> runs, Optional<LiveRun> selected, Instant now, Consumer<LiveRun> select) {
        var drawn = new RunGrid(now, select);
        Set<String> blocks = new LinkedHashSet<>();
        runs.reversed()
                .forEach(
                        run ->
                                run.blockRuns()
                                        .forEach(block -> blocks.add(block.key().blockRunUuid())));
        drawn.drawNames(List.copyOf(blocks));
        double longest = runs.stream().mapToDouble(drawn::seconds).max().orElse(1);
        for (int column = 0; column < runs.size(); column++) {
            LiveRun run = runs.get(column);
            drawn.drawBar(run, column + 1, longest, selected.equals(Optional.of(run)));
            drawn.drawBlocks(run, column + 1, List.copyOf(blocks));
        }
        return drawn.grid;
    }

    private void drawNames(List<String> blocks) {
        for (int row = 0; row < blocks.size(); row++) {
            var name = new Label(blocks.get(row));
            name.getStyleClass().add("run-grid-name");
            grid.add(name, 0, row + 1);
        }
    }

    private void drawBar(LiveRun run, int column, double longest, boolean isSelected) {
        var bar = new Button();
        bar.getStyleClass().add("run-grid-bar");
        if (isSelected) bar.getStyleClass().add("run-grid-selected");
        double height = Math.max(LOWEST, HIGHEST * seconds(run) / Math.max(longest, 0.001));
        bar.setPrefSize(SQUARE, height);
        bar.setMaxSize(SQUARE, height);
        StateLook.mark(bar, run.shown());
        String word = Messages.get(run.shown().key());
        String time = run.took(now).map(Figures::duration).orElse("");
        bar.setAccessibleText(
                Messages.get("runs.grid.accessible", run.id().toString(), word, time));
        bar.setTooltip(new Tooltip(bar.getAccessibleText()));
        bar.setOnAction(_ -> select.accept(run));
        GridPane.setValignment(bar, VPos.BOTTOM);
        grid.add(bar, column, 0);
    }

    private void drawBlocks(LiveRun run, int column, List<String> blocks) {
        for (BlockRun blockRun : run.blockRuns()) {
            var square = new Region();
            square.getStyleClass().add("run-grid-square");
            square.setMinSize(SQUARE, SQUARE);
            ShownState state = ShownState.of(blockRun.state());
            StateLook.mark(square, state);
            Tooltip.install(
                    square,
                    new Tooltip(
                            Messages.get(
                                    "runs.grid.square",
                                    run.id().toString(),
                                    blockRun.key().blockRunUuid(),
                                    Messages.get(state.key()))));
            grid.add(square, column, blocks.indexOf(blockRun.key().blockRunUuid()) + 1);
        }
    }

    private double seconds(LiveRun run) {
        return run.took(now).map(Duration::toMillis).orElse(0L) / 1000.0;
    }
}
