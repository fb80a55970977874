package io.pipewright.app.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fake.HeldBackground;
import io.pipewright.app.fx.EngineEventsOnFxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EarlyKeysTest {

    @TempDir static Path home;

    private final HeldBackground background = new HeldBackground();
    private WindowViewModel window;
    private Scene scene;

    @Start
    void start(Stage stage) {
        window =
                FakeWindow.viewModel(
                        FakeWindow.session(), background, new EngineEventsOnFxThread(), home);
        scene = new Scene(new WindowView(window, _ -> Optional.empty()).node(), 1440, 900);
        StyleSheets.dress(scene, window.theme());
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void beginToOpen(FxRobot robot) {
        robot.interact(background::release);
        robot.interact(() -> window.open(home));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void keysPressedWhileTheProjectOpensDoNothing(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.SPACE, KeyCode.TAB, KeyCode.SPACE, KeyCode.TAB, KeyCode.SPACE);
        waitForTheQuestion(robot);

        assertFalse(window.theme().darkProperty().get());
        assertFalse(robot.lookup(".palette-layer").query().isVisible());
        assertEquals("View only", focused());
    }

    @Test
    void onlyTheTwoAnswersTakeTheKeyboardWhileTheQuestionIsOpen(FxRobot robot)
            throws TimeoutException {
        waitForTheQuestion(robot);

        assertEquals(
                List.of("Trust and open", "View only", "Trust and open"),
                Stream.generate(() -> focusedAfterTab(robot)).limit(3).toList());
    }

    private void waitForTheQuestion(FxRobot robot) throws TimeoutException {
        robot.interact(background::release);
        waitFor(30, SECONDS, () -> window.stateProperty().get() instanceof WindowState.Asking);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String focusedAfterTab(FxRobot robot) {
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        return focused();
    }

    private String focused() {
        return scene.getFocusOwner() instanceof Button button ? button.getText() : "no button";
    }
}
