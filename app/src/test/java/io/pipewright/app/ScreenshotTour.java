package io.pipewright.app;

import io.pipewright.app.fake.FakeClock;
import io.pipewright.app.fake.FakeHistory;
import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fx.EngineEventsOnFxThread;
import io.pipewright.app.fx.FxBackground;
import io.pipewright.app.preferences.ThemeChoice;
import io.pipewright.app.preferences.UserFolder;
import io.pipewright.app.preferences.WindowSettings;
import io.pipewright.app.shell.AppParts;
import io.pipewright.app.shell.Page;
import io.pipewright.app.shell.StyleSheets;
import io.pipewright.app.shell.Theme;
import io.pipewright.app.shell.WindowState;
import io.pipewright.app.shell.WindowView;
import io.pipewright.app.shell.WindowViewModel;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws the pictures of the manual: `ScreenshotTour FOLDER`, on the headless platform or a real one.
public final class ScreenshotTour extends Application {

    private record Step(String name, Runnable action) {}

    private final FakeSession session =
            new FakeSession(new FakeClock(Instant.parse("2026-11-24T08:30:20Z")));
    private final Theme theme =
            new Theme(ThemeChoice.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
    private final Deque<Step> steps = new ArrayDeque<>();

    public static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            System.setProperty("java.awt.headless", "true");
            Application.launch(ScreenshotTour.class, arguments);
        }
    }

    @Override
    public void start(Stage stage) throws IOException {
        StyleSheets.loadFonts();
        FakeHistory.fill(session);
        session.withBroken(
                new ProjectProblem(
                        Path.of("/home/ada/seattle-weather/pipelines/orders_sync/metadata.yaml"),
                        14,
                        "block \"clean_orders\" lists upstream \"laod_orders\", which does not exist.",
                        "Did you mean \"load_orders\"?"));
        var window = new WindowViewModel(parts(), WindowSettings.DEFAULT, theme);
        var view = new WindowView(window, _ -> Optional.empty());
        var scene = new Scene(view.node(), 1440, 900);
        StyleSheets.dress(scene, theme);
        stage.setScene(scene);
        stage.show();
        plan(scene, window);
        theme.toggle();
        theme.toggle();
        next(scene, Path.of(getParameters().getUnnamed().getFirst()));
    }

    private AppParts parts() throws IOException {
        Path home = Files.createTempDirectory("pipewright-tour");
        Path samples = Path.of("sample-projects").toAbsolutePath();
        return new AppParts(
                _ -> session,
                new AppParts.Work(new FxBackground(), new EngineEventsOnFxThread()),
                new AppParts.WallClock(session.clock(), ZoneOffset.UTC),
                new UserFolder(home.resolve("settings"), home.resolve("Documents")),
                Optional.of(samples));
    }

    private void plan(Scene scene, WindowViewModel window) {
        both("welcome", () -> {});
        both("trust", () -> window.open(Path.of("/home/ada/seattle-weather")));
        both(
                "pipelines",
                () -> {
                    if (window.stateProperty().get() instanceof WindowState.Asking asking)
                        window.answer(asking, true);
                });
        quietly(() -> open(window, new Page.OnePipeline(new PipelineId("daily_weather"))));
        quietly(this::runHalf);
        both("notebook", () -> select(window, "clean_weather"));
        quietly(() -> open(window, new Page.Runs()));
        both("runs", () -> selectRow(scene, 1));
    }

    private void runHalf() {
        Thread.startVirtualThread(
                () -> {
                    session.start(
                            io.pipewright.engine.run.RunRequest.of(
                                    new PipelineId("daily_weather")));
                    for (String block : new String[] {"load_weather", "clean_weather"}) {
                        session.runs().begin(block);
                        session.runs().end(block);
                    }
                    session.runs().begin("flag_extremes");
                    session.runs().end("flag_extremes");
                    session.runs().begin("monthly_summary");
                    session.clock().advance(Duration.ofMillis(100));
                });
    }

    private static void open(WindowViewModel window, Page page) {
        if (window.stateProperty().get() instanceof WindowState.Working working)
            working.project().tabs().open(page);
    }

    private static void select(WindowViewModel window, String block) {
        if (window.stateProperty().get() instanceof WindowState.Working working)
            working.project()
                    .frontPipeline()
                    .ifPresent(
                            page ->
                                    page.notebook()
                                            .selectedProperty()
                                            .set(Optional.of(new BlockId(block))));
    }

    private static void selectRow(Scene scene, int row) {
        if (scene.lookup(".runs-page .list-table") instanceof TableView<?> table)
            table.getSelectionModel().select(row);
    }

    private void both(String name, Runnable action) {
        steps.add(new Step("", action));
        steps.add(new Step(name + "-light", () -> {}));
        steps.add(new Step("", theme::toggle));
        steps.add(new Step(name + "-dark", () -> {}));
        steps.add(new Step("", theme::toggle));
    }

    private void quietly(Runnable action) {
        steps.add(new Step("", action));
    }

    private void next(Scene scene, Path folder) {
        Step step = steps.poll();
        if (step == null) {
            Platform.exit();
            return;
        }
        step.action().run();
        var pause =
                new PauseTransition(javafx.util.Duration.millis(step.name().isEmpty() ? 700 : 150));
        pause.setOnFinished(
                _ -> {
                    if (!step.name().isEmpty()) save(scene, folder.resolve(step.name() + ".png"));
                    next(scene, folder);
                });
        pause.play();
    }

    private static void save(Scene scene, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
