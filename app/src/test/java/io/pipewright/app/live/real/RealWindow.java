package io.pipewright.app.live.real;

import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.pipewright.app.fx.EngineEventsOnFxThread;
import io.pipewright.app.fx.FxBackground;
import io.pipewright.app.preferences.ThemeChoice;
import io.pipewright.app.preferences.UserFolder;
import io.pipewright.app.preferences.WindowSettings;
import io.pipewright.app.shell.AppParts;
import io.pipewright.app.shell.StyleSheets;
import io.pipewright.app.shell.Theme;
import io.pipewright.app.shell.WindowView;
import io.pipewright.app.shell.WindowViewModel;
import io.pipewright.engine.EngineSessions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window as the program makes it, and what tests see in it.
final class RealWindow {

    private static final long LONGEST_WAIT_SECONDS = 180;

    private RealWindow() {}

    /// @param home where the window's settings go
    static WindowViewModel show(Stage stage, Path home) {
        var parts =
                new AppParts(
                        new EngineSessions()::open,
                        new AppParts.Work(new FxBackground(), new EngineEventsOnFxThread()),
                        new AppParts.WallClock(InstantSource.system(), ZoneOffset.UTC),
                        new UserFolder(home.resolve("settings"), home.resolve("Documents")),
                        Optional.empty());
        StyleSheets.loadFonts();
        var theme = new Theme(ThemeChoice.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        var window = new WindowViewModel(parts, WindowSettings.DEFAULT, theme);
        var scene = new Scene(new WindowView(window, _ -> Optional.empty()).node(), 1440, 900);
        StyleSheets.dress(scene, theme);
        stage.setScene(scene);
        stage.show();
        return window;
    }

    static void waitUntilShown(FxRobot robot, String query) throws TimeoutException {
        waitUntil(() -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void waitUntil(java.util.concurrent.Callable<Boolean> condition)
            throws TimeoutException {
        waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS, condition);
    }

    /// How many cells of the notebook show `state`.
    static long cellsIn(FxRobot robot, String state) {
        return robot.lookup(".block-header .state-pill").queryAll().stream()
                .filter(
                        pill ->
                                pill.getPseudoClassStates().stream()
                                        .anyMatch(is -> is.getPseudoClassName().equals(state)))
                .count();
    }

    static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
