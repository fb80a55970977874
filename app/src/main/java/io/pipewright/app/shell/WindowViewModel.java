package io.pipewright.app.shell;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.app.preferences.RecentProjects;
import io.pipewright.app.preferences.WindowSettings;
import io.pipewright.app.shell.WindowState.Asking;
import io.pipewright.app.shell.WindowState.Working;
import io.pipewright.app.welcome.Samples;
import io.pipewright.app.welcome.WelcomeViewModel;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kordamp.ikonli.feather.Feather;

/// The window from the welcome page to an open project and back.
///
/// Thread: the FX thread only.
public final class WindowViewModel {

    private record Opened(ProjectSession session, ProjectListing listing) {}

    private final AppParts parts;
    private final Theme theme;
    private final RecentProjects recent;
    private final BooleanProperty railCollapsed;
    private final ObjectProperty<WindowState> state;

    public WindowViewModel(AppParts parts, WindowSettings settings, Theme theme) {
        this.parts = parts;
        this.theme = theme;
        this.recent = new RecentProjects(parts.folders());
        this.railCollapsed = new SimpleBooleanProperty(settings.railCollapsed());
        this.state = new SimpleObjectProperty<>(new WindowState.Welcoming(welcome()));
        theme.choiceProperty().addListener((_, _, _) -> saveSettings());
        railCollapsed.addListener((_, _, _) -> saveSettings());
    }

    public ReadOnlyObjectProperty<WindowState> stateProperty() {
        return state;
    }

    public Theme theme() {
        return theme;
    }

    public BooleanProperty railCollapsedProperty() {
        return railCollapsed;
    }

    /// Opens a project folder; asks for trust if it has none yet.
    public void open(Path folder) {
        closeProject();
        state.set(new WindowState.Opening(folder));
        parts.work()
                .background()
                .run(
                        () -> opened(folder),
                        opened -> show(folder, opened),
                        failure -> refuse(folder, failure));
    }

    /// The user's answer to the question of trust.
    public void answer(Asking question, boolean trusts) {
        if (!state.get().equals(question)) return;
        if (!trusts) {
            work(question.session(), question.listing());
            return;
        }
        parts.work()
                .background()
                .run(
                        () -> {
                            question.session().trust();
                            return question.session().listing();
                        },
                        listing -> work(question.session(), listing),
                        failure -> refuse(question.folder(), failure));
    }

    /// Back to the welcome page. Runs go on in the engine.
    public void leave() {
        closeProject();
        state.set(new WindowState.Welcoming(welcome()));
    }

    /// Ends what is open, before the window goes.
    public void closeProject() {
        switch (state.get()) {
            case Working working -> working.project().project().close();
            case Asking asking ->
                    parts.work().background().perform(asking.session()::close, () -> {}, _ -> {});
            case WindowState.Welcoming _, WindowState.Opening _ -> {}
        }
    }

    /// Opens the connection anew after the engine was lost.
    public void reconnect() {
        if (state.get() instanceof Working working)
            open(working.project().project().listingProperty().get().folder());
    }

    /// Everything that can be done now.
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        if (state.get() instanceof Working working) commands.addAll(working.project().commands());
        commands.add(
                new Command(
                        Feather.SUN,
                        Messages.get("command.theme"),
                        "Shortcut+Shift+L",
                        theme::toggle));
        commands.add(
                Command.of(
                        Feather.MONITOR,
                        Messages.get("command.systemtheme"),
                        () ->
                                theme.choiceProperty()
                                        .set(io.pipewright.app.preferences.ThemeChoice.SYSTEM)));
        if (state.get() instanceof Working)
            commands.add(
                    new Command(
                            Feather.SIDEBAR,
                            Messages.get("command.rail"),
                            "Shortcut+B",
                            () -> railCollapsed.set(!railCollapsed.get())));
        return commands;
    }

    private Opened opened(Path folder) {
        ProjectSession session = parts.opener().open(folder);
        return new Opened(session, session.listing());
    }

    private void show(Path folder, Opened opened) {
        parts.work().background().perform(() -> recent.add(folder), () -> {}, _ -> {});
        if (opened.listing().trusted()) work(opened.session(), opened.listing());
        else state.set(new Asking(folder, opened.session(), opened.listing()));
    }

    private void work(ProjectSession session, ProjectListing listing) {
        var connection =
                new ProjectConnection(
                        session,
                        parts.work().background(),
                        parts.clock().source(),
                        parts.clock().zone());
        var project = new LiveProject(connection, listing, parts.work().events());
        state.set(new Working(new ProjectViewModel(project, this::leave)));
    }

    private void refuse(Path folder, RuntimeException failure) {
        WelcomeViewModel welcome = welcome();
        welcome.showProblem(
                Optional.of(
                        ErrorText.of(
                                Messages.get(
                                        "project.open.action",
                                        String.valueOf(folder.getFileName())),
                                failure)));
        state.set(new WindowState.Welcoming(welcome));
    }

    private WelcomeViewModel welcome() {
        var samples = new Samples(parts.samples(), parts.folders());
        return new WelcomeViewModel(parts.work().background(), samples, recent, this::open);
    }

    private void saveSettings() {
        var settings = new WindowSettings(theme.choiceProperty().get(), railCollapsed.get());
        parts.work().background().perform(() -> settings.write(parts.folders()), () -> {}, _ -> {});
    }
}
