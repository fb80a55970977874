package io.pipewright.app.notebook;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.IconButton;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A line that says which block of the newest run failed and why, and leads there. There only after a failure.
public final class FailureBar extends HBox {

    private final NotebookViewModel viewModel;
    private final Label text = new Label();
    private final Button show = new Button(Messages.get("notebook.failure.line"));

    public FailureBar(NotebookViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("problem-bar", "failure-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        show.getStyleClass().add("link-button");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> viewModel.showFailure());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new IconButton(Feather.X, Messages.get("problem.dismiss.button"));
        close.setOnAction(_ -> viewModel.dismissFailure());
        getChildren().addAll(Icons.of(Feather.X_CIRCLE, "danger-icon"), text, show, gap, close);
        viewModel.failureProperty().subscribe(_ -> fill());
    }

    private void fill() {
        setVisible(viewModel.failureProperty().get().isPresent());
        setManaged(isVisible());
        viewModel.failureProperty().get().ifPresent(this::fill);
    }

    private void fill(BlockRun run) {
        if (!(run.state() instanceof BlockRunState.Failed failed)) return;
        text.setText(ErrorText.of(run.block(), failed.error()));
        boolean line = failed.error().line().isPresent();
        show.setText(Messages.get(line ? "notebook.failure.line" : "notebook.failure.block"));
    }
}
