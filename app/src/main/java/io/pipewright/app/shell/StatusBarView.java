package io.pipewright.app.shell;

import io.pipewright.app.fx.Figures;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveProject;
import io.pipewright.engine.session.EngineStatus;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The last row of the window: how the engine is.
final class StatusBarView {

    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final LiveProject project;
    private final Region dot = new Region();
    private final Label engine = new Label();
    private final Button reconnect = new Button(Messages.get("status.reconnect.button"));
    private final Label running = new Label("", Icons.of(Feather.PLAY, "status-icon"));
    private final Label python = new Label("", Icons.of(Feather.TERMINAL, "status-icon"));
    private final Label disk = new Label("", Icons.of(Feather.HARD_DRIVE, "status-icon"));
    private final HBox node = new HBox();

    StatusBarView(LiveProject project, Runnable onReconnect) {
        this.project = project;
        layOut();
        reconnect.setOnAction(_ -> onReconnect.run());
        project.lostProperty().subscribe(_ -> showEngine());
        project.statusProperty().subscribe(_ -> showEngine());
        project.statusProperty().subscribe(this::showStatus);
        project.runs()
                .activeProperty()
                .subscribe(
                        active ->
                                running.setText(
                                        Messages.count("status.running", active.longValue())));
    }

    Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("status-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("engine-dot");
        engine.setGraphic(dot);
        reconnect.getStyleClass().add("link-button");
        reconnect.managedProperty().bind(reconnect.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        node.getChildren().setAll(engine, reconnect, running, gap, python, disk);
    }

    private void showEngine() {
        boolean lost = project.lostProperty().get();
        boolean known = project.statusProperty().get().isPresent();
        engine.setText(
                Messages.get(
                        lost
                                ? "status.lost.text"
                                : known ? "status.ready.text" : "status.connecting.text"));
        dot.pseudoClassStateChanged(LOST, lost);
        reconnect.setVisible(lost);
    }

    private void showStatus(Optional<EngineStatus> status) {
        String interpreter = status.map(EngineStatus::python).orElse("");
        python.setText(interpreter);
        python.setVisible(!interpreter.isEmpty());
        python.setManaged(!interpreter.isEmpty());
        disk.setText(
                status.map(
                                known ->
                                        Messages.get(
                                                "status.disk.text",
                                                Figures.bytes(known.freeDiskBytes())))
                        .orElse(""));
        disk.setVisible(status.isPresent());
    }
}
