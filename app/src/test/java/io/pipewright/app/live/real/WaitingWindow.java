package io.pipewright.app.live.real;

import io.pipewright.app.shell.Page;
import io.pipewright.app.shell.WindowState;
import io.pipewright.engine.project.PipelineId;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/// A process with a window that opens a project and runs its pipeline `waiting`: `WaitingWindow PROJECT SETTINGS`.
public final class WaitingWindow extends Application {

    static final PipelineId PIPELINE = new PipelineId("waiting");

    /// Not the application class itself: the Java launcher would then insist on JavaFX as modules.
    public static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            System.setProperty("java.awt.headless", "true");
            Application.launch(WaitingWindow.class, arguments);
        }
    }

    @Override
    public void start(Stage stage) {
        var arguments = getParameters().getUnnamed();
        var window = RealWindow.show(stage, Path.of(arguments.get(1)));
        window.stateProperty()
                .subscribe(
                        state -> {
                            if (!(state instanceof WindowState.Working working)) return;
                            working.project().tabs().open(new Page.OnePipeline(PIPELINE));
                            working.project().runOrCancelFront();
                        });
        window.open(Path.of(arguments.getFirst()));
    }
}
