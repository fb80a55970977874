package io.pipewright.app.fake;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.EventBridge;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.app.preferences.ThemeChoice;
import io.pipewright.app.preferences.UserFolder;
import io.pipewright.app.preferences.WindowSettings;
import io.pipewright.app.shell.AppParts;
import io.pipewright.app.shell.Theme;
import io.pipewright.app.shell.WindowViewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;

/// The parts of a window around a fake session.
public final class FakeWindow {

    public static final Instant NOW = Instant.parse("2026-11-24T08:30:20Z");

    private FakeWindow() {}

    public static FakeSession session() {
        return new FakeSession(new FakeClock(NOW));
    }

    /// An open project without threads.
    public static LiveProject project(FakeSession session) {
        var connection =
                new ProjectConnection(session, new SameThread(), session.clock(), ZoneOffset.UTC);
        return new LiveProject(connection, session.listing(), SameThread.events());
    }

    /// @param home an empty folder
    public static WindowViewModel viewModel(
            FakeSession session, Background background, EventBridge events, Path home) {
        var parts =
                new AppParts(
                        _ -> session,
                        new AppParts.Work(background, events),
                        new AppParts.WallClock(session.clock(), ZoneOffset.UTC),
                        folders(home),
                        Optional.of(home.resolve("samples")));
        return new WindowViewModel(parts, WindowSettings.DEFAULT, lightTheme());
    }

    public static UserFolder folders(Path home) {
        return new UserFolder(home.resolve("settings"), home.resolve("Documents"));
    }

    public static Theme lightTheme() {
        return new Theme(ThemeChoice.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
    }
}
