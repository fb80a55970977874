package io.pipewright.app;

import io.pipewright.app.fx.EngineEventsOnFxThread;
import io.pipewright.app.fx.FxBackground;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.graph.GraphViewModel;
import io.pipewright.app.preferences.UserFolder;
import io.pipewright.app.preferences.WindowSettings;
import io.pipewright.app.shell.AppParts;
import io.pipewright.app.shell.StyleSheets;
import io.pipewright.app.shell.Theme;
import io.pipewright.app.shell.WindowView;
import io.pipewright.app.shell.WindowViewModel;
import io.pipewright.app.welcome.Samples;
import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.UserFolders;
import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop program: makes the parts of the window and shows it. A folder given as argument is opened at once.
public final class PipewrightApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(PipewrightApp.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    @Override
    public void start(Stage stage) {
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (_, failure) -> LOG.error("Bug in the window", failure));
        StyleSheets.loadFonts();
        var parts = parts();
        var settings = WindowSettings.read(parts.folders());
        var theme = new Theme(settings.theme(), Platform.getPreferences().colorSchemeProperty());
        var window = new WindowViewModel(parts, settings, theme);
        var view = new WindowView(window, title -> choose(stage, title));
        var scene = new Scene(view.node(), WIDTH, HEIGHT);
        StyleSheets.dress(scene, theme);
        stage.setTitle(Messages.get("app.name"));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setScene(scene);
        stage.setOnHidden(_ -> window.closeProject());
        stage.show();
        GraphViewModel.warm(parts.work().background());
        folderFrom(getParameters().getUnnamed()).ifPresent(window::open);
    }

    private static AppParts parts() {
        return new AppParts(
                new EngineSessions()::open,
                new AppParts.Work(new FxBackground(), new EngineEventsOnFxThread()),
                new AppParts.WallClock(InstantSource.system(), ZoneId.systemDefault()),
                foldersOf(HostEnvironment.current()),
                Samples.shippedFolder());
    }

    /// The settings are where the engine keeps its own.
    private static UserFolder foldersOf(HostEnvironment host) {
        return new UserFolder(new UserFolders(host).config(), host.home().resolve("Documents"));
    }

    private static Optional<Path> folderFrom(List<String> arguments) {
        return arguments.stream().findFirst().map(Path::of).map(Path::toAbsolutePath);
    }

    private static Optional<Path> choose(Stage stage, String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }
}
