package io.pipewright.app.runs;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveRun;
import io.pipewright.app.parts.Card;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The last runs of the selected run's pipeline.
final class PipelineHistoryView {

    private static final int MOST_RUNS = 26;

    private final RunsViewModel viewModel;
    private final Label count = new Label();
    private final StackPane body = new StackPane();
    private final Card node = new Card("");

    PipelineHistoryView(RunsViewModel viewModel) {
        this.viewModel = viewModel;
        count.getStyleClass().add("hint");
        body.getStyleClass().add("selected-run");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        node.withBeside(count).withBody(scroll);
        node.setPrefWidth(560);
        HBox.setHgrow(node, Priority.ALWAYS);
        viewModel.selectedProperty().subscribe(_ -> fill());
        viewModel.project().clock().nowProperty().subscribe(_ -> fill());
        viewModel.runs().addListener((ListChangeListener<LiveRun>) _ -> fill());
    }

    Node node() {
        return node;
    }

    private void fill() {
        Optional<LiveRun> selected = viewModel.selectedProperty().get();
        node.setVisible(selected.isPresent());
        node.setManaged(selected.isPresent());
        selected.ifPresent(this::fill);
    }

    private void fill(LiveRun selected) {
        List<LiveRun> runs =
                viewModel.project().runs().list().stream()
                        .filter(run -> run.run().pipeline().equals(selected.run().pipeline()))
                        .limit(MOST_RUNS)
                        .toList()
                        .reversed();
        node.title().setText(selected.run().pipeline().value());
        count.setText(Messages.count("runs.history", runs.size()));
        body.getChildren()
                .setAll(
                        RunGrid.of(
                                runs,
                                Optional.of(selected),
                                viewModel.project().clock().now(),
                                run -> viewModel.select(Optional.of(run))));
    }
}
