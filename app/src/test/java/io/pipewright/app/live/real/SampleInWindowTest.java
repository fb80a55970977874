package io.pipewright.app.live.real;

import static io.pipewright.app.live.real.RealWindow.waitUntil;
import static io.pipewright.app.live.real.RealWindow.waitUntilShown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.shell.WindowViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartCanvas;
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
class SampleInWindowTest {

    @TempDir static Path home;

    private WindowViewModel window;

    @Start
    void start(Stage stage) {
        window = RealWindow.show(stage, home);
    }

    @Test
    void trustsRunsAndShowsTheSample(FxRobot robot) throws IOException, TimeoutException {
        Path copy = home.resolve("seattle-weather");
        try (var sample = RealProject.copyOfSample("seattle-weather", copy)) {
            robot.interact(() -> window.open(sample.folder()));
            waitUntilShown(robot, ".trust-box");
            robot.type(KeyCode.TAB, KeyCode.SPACE);
            waitUntilShown(robot, ".pipelines-table");
            robot.type(KeyCode.ENTER);
            waitUntilShown(robot, ".graph-node");
            robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);

            waitUntil(() -> RealWindow.cellsIn(robot, "completed") == 5);
            waitUntil(
                    () ->
                            RealWindow.texts(robot, ".data-table .table-cell")
                                    .contains("2012-01-01"));
            waitUntil(() -> !charts(robot).isEmpty());
            assertEquals(
                    Set.of("Chart Rain per month with " + months(copy) + " groups"), charts(robot));
            robot.interact(window::closeProject);
        }
    }

    private static Set<String> charts(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof ChartCanvas).queryAll().stream()
                .map(Node::getAccessibleText)
                .collect(Collectors.toSet());
    }

    private static int months(Path sample) throws IOException {
        int heading = 1;
        return Files.readAllLines(sample.resolve("expected/months.csv")).size() - heading;
    }
}
