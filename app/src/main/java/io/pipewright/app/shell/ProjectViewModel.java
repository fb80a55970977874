package io.pipewright.app.shell;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.pipelines.PipelinesViewModel;
import io.pipewright.app.runs.RunsViewModel;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// An open project in the window: its pages and what can be done.
///
/// Thread: the FX thread only.
public final class ProjectViewModel {

    private final LiveProject project;
    private final Runnable leave;
    private final TabsViewModel tabs = new TabsViewModel();
    private final Map<PipelineId, PipelinePageViewModel> pipelines = new HashMap<>();

    /// @param leave closes the project
    ProjectViewModel(LiveProject project, Runnable leave) {
        this.project = project;
        this.leave = leave;
        tabs.open(new Page.Pipelines());
    }

    public LiveProject project() {
        return project;
    }

    public TabsViewModel tabs() {
        return tabs;
    }

    public PipelinesViewModel pipelinesPage() {
        return new PipelinesViewModel(project, id -> tabs.open(new Page.OnePipeline(id)));
    }

    public RunsViewModel runsPage() {
        return new RunsViewModel(project, Optional.empty(), this::openLine);
    }

    /// The same for the same pipeline while its tab is open.
    public PipelinePageViewModel pipelinePage(PipelineId id) {
        return pipelines.computeIfAbsent(id, of -> new PipelinePageViewModel(project, of));
    }

    public void openLine(PipelineId pipeline, BlockId block, int line) {
        tabs.open(new Page.OnePipeline(pipeline));
        pipelinePage(pipeline).openLine(block, line);
    }

    /// Project, then where the front page is.
    public List<String> breadcrumb() {
        ProjectListing listing = project.listingProperty().get();
        var crumbs = new ArrayList<String>();
        crumbs.add(listing.name());
        tabs.frontProperty()
                .get()
                .ifPresent(
                        page -> {
                            if (page instanceof Page.OnePipeline)
                                crumbs.add(new Page.Pipelines().title());
                            crumbs.add(page.title());
                        });
        return crumbs;
    }

    /// The pipeline whose page is in front.
    public Optional<PipelinePageViewModel> frontPipeline() {
        return tabs.frontProperty()
                .get()
                .flatMap(
                        page ->
                                page instanceof Page.OnePipeline one
                                        ? Optional.of(pipelinePage(one.id()))
                                        : Optional.empty());
    }

    public void runOrCancelFront() {
        frontPipeline().ifPresent(PipelinePageViewModel::runOrCancel);
    }

    public void leave() {
        leave.run();
    }

    /// What can be done with this project now, most likely first.
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        frontPipeline().ifPresent(page -> commands.add(runCommand(page)));
        commands.add(
                Command.of(
                        Feather.GIT_BRANCH,
                        Messages.get("command.pipelines"),
                        () -> tabs.open(new Page.Pipelines())));
        commands.add(
                Command.of(
                        Feather.PLAY_CIRCLE,
                        Messages.get("command.runs"),
                        () -> tabs.open(new Page.Runs())));
        for (PipelineEntry entry : project.listingProperty().get().pipelines())
            if (!entry.isBroken()) commands.addAll(commandsOf(entry));
        if (!project.listingProperty().get().trusted())
            commands.add(Command.of(Feather.SHIELD, Messages.get("command.trust"), project::trust));
        commands.add(
                new Command(
                        Feather.X,
                        Messages.get("command.closetab"),
                        "Shortcut+W",
                        tabs::closeFront));
        commands.add(
                new Command(
                        Feather.ARROW_RIGHT,
                        Messages.get("command.nexttab"),
                        "Ctrl+Tab",
                        () -> tabs.turn(1)));
        commands.add(
                new Command(
                        Feather.ARROW_LEFT,
                        Messages.get("command.previoustab"),
                        "Ctrl+Shift+Tab",
                        () -> tabs.turn(-1)));
        commands.add(Command.of(Feather.LOG_OUT, Messages.get("command.leave"), this::leave));
        return commands;
    }

    private static Command runCommand(PipelinePageViewModel page) {
        String key = page.pipeline().runningProperty().get() ? "command.cancel" : "command.run";
        String name = Messages.get(key, page.pipeline().id().value());
        return new Command(Feather.PLAY, name, "Shortcut+R", page::runOrCancel);
    }

    private List<Command> commandsOf(PipelineEntry entry) {
        var open =
                Command.of(
                        Feather.GIT_BRANCH,
                        Messages.get("command.open", entry.name()),
                        () -> tabs.open(new Page.OnePipeline(entry.id())));
        return List.of(open);
    }
}
