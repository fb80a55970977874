package io.pipewright.app.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fx.EngineEventsOnFxThread;
import io.pipewright.app.fx.FxBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private final FakeSession session = FakeWindow.session().finishRunsAtOnce();
    private Path home;
    private WindowViewModel window;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("pipewright-window");
        Files.createDirectories(home.resolve("samples/seattle-weather"));
        Files.writeString(home.resolve("samples/seattle-weather/metadata.yaml"), "");
        StyleSheets.loadFonts();
        window =
                FakeWindow.viewModel(
                        session, new FxBackground(), new EngineEventsOnFxThread(), home);
        scene = new Scene(new WindowView(window, _ -> Optional.empty()).node(), 1440, 900);
        StyleSheets.dress(scene, window.theme());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void removeFiles() throws IOException {
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
                Files.delete(file);
        }
    }

    @Test
    void goesFromTheWelcomePageToRowsByKeyboardOnly(FxRobot robot) throws TimeoutException {
        waitUntilShown(robot, ".welcome-line");
        robot.type(KeyCode.SPACE);
        waitUntilShown(robot, ".trust-box");
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        waitUntilShown(robot, ".pipelines-table");
        robot.type(KeyCode.ENTER);
        waitUntilShown(robot, ".block-cell");
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);

        waitFor(10, SECONDS, () -> shown(robot, ".data-table .table-cell").contains("2012-01-01"));
        assertEquals(true, shown(robot, ".graph-node-line").contains("1,461 rows · 0.2 s"));
    }

    @Test
    void opensTheCommandPaletteAndRunsWhatIsTyped(FxRobot robot) throws TimeoutException {
        openTrusted(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("gtr");
        robot.type(KeyCode.ENTER);

        waitUntilShown(robot, ".runs-page");
    }

    @Test
    void showsNoRunWhereNothingHasRunYet(FxRobot robot) throws TimeoutException {
        openTrusted(robot);
        robot.clickOn(node -> "Runs".equals(node.getAccessibleText()));
        waitUntilShown(robot, ".runs-page");

        assertEquals(Set.of(), robot.lookup(".card-box").match(Node::isVisible).queryAll());
    }

    @Test
    void everyControlSaysWhatItIs(FxRobot robot) throws TimeoutException {
        openTrusted(robot);
        robot.type(KeyCode.ENTER);
        waitUntilShown(robot, ".block-cell");
        robot.interact(
                () ->
                        window.commands().stream()
                                .filter(command -> command.name().startsWith("Run "))
                                .findFirst()
                                .ifPresent(command -> command.action().run()));
        waitFor(10, SECONDS, () -> shown(robot, ".data-table .table-cell").contains("2012-01-01"));

        assertEquals(List.of(), namelessControls(robot));
    }

    private void openTrusted(FxRobot robot) throws TimeoutException {
        session.trusted();
        robot.interact(() -> window.open(home));
        waitUntilShown(robot, ".pipelines-table");
    }

    private static List<String> namelessControls(FxRobot robot) {
        var nameless = new ArrayList<String>();
        Set<Node> controls =
                robot.lookup(
                                node ->
                                        node.isFocusTraversable()
                                                && (node instanceof ButtonBase
                                                        || node instanceof TextInputControl))
                        .queryAll();
        for (Node node : controls) {
            String text = node instanceof Labeled labeled ? labeled.getText() : "";
            boolean named = (text != null && !text.isBlank()) || node.getAccessibleText() != null;
            if (!named) nameless.add(node.getStyleClass().toString());
        }
        return nameless;
    }

    private static void waitUntilShown(FxRobot robot, String query) throws TimeoutException {
        waitFor(10, SECONDS, () -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> shown(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(node -> node instanceof TableCell || node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
