package io.pipewright.app.live.real;

import static io.pipewright.app.live.real.RealWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.shell.Page;
import io.pipewright.app.shell.WindowState;
import io.pipewright.app.shell.WindowViewModel;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@DisabledOnOs(value = OS.MAC, disabledReason = "no variable moves the user's settings there")
class KilledWindowTest {

    @TempDir static Path home;

    private WindowViewModel window;

    @Start
    void start(Stage stage) {
        window = RealWindow.show(stage, home.resolve("new"));
    }

    @Test
    void aRunOutlivesTheKilledWindowAndANewOneShowsIt(FxRobot robot)
            throws IOException, InterruptedException, TimeoutException {
        Path gate = home.resolve("gate");
        try (var project = RealProject.thatWaitsFor(gate, home.resolve("project"))) {
            project.session().trust();
            Process killed = windowThatRuns(project.folder());
            try {
                waitUntil(() -> isBlockRunning(project.session()));
            } finally {
                killed.destroyForcibly().waitFor();
            }

            robot.interact(() -> window.open(project.folder()));
            waitUntil(() -> window.stateProperty().get() instanceof WindowState.Working);
            robot.interact(this::openPipeline);
            waitUntil(() -> RealWindow.cellsIn(robot, "running") == 1);
            Files.createFile(gate);
            waitUntil(() -> RealWindow.cellsIn(robot, "completed") == 1);

            waitUntil(() -> runs(project.session()).getFirst().state().isFinal());
            assertEquals(
                    List.of("completed"),
                    runs(project.session()).stream().map(run -> run.state().word()).toList());
            robot.interact(window::closeProject);
        }
    }

    private static Process windowThatRuns(Path project) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingWindow.Start.class.getName(),
                        project.toString(),
                        home.resolve("killed").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("killed-window.txt").toFile())
                .start();
    }

    private void openPipeline() {
        if (window.stateProperty().get() instanceof WindowState.Working working)
            working.project().tabs().open(new Page.OnePipeline(WaitingWindow.PIPELINE));
    }

    private static boolean isBlockRunning(ProjectSession session) {
        return runs(session).stream()
                .flatMap(run -> session.run(run.id()).stream())
                .flatMap(detail -> detail.blockRuns().stream())
                .anyMatch(block -> block.state() instanceof BlockRunState.Running);
    }

    private static List<PipelineRun> runs(ProjectSession session) {
        return session.runs(new RunQuery(Optional.empty(), Optional.empty(), 10));
    }
}
