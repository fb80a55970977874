package io.pipewright.app.pipelines;

import io.pipewright.app.live.LiveProject;
import io.pipewright.app.live.LiveRun;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectListing.PipelineEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// A project's pipelines with their last runs, and everything that is wrong in its files.
///
/// Thread: the FX thread only.
public final class PipelinesViewModel {

    private final LiveProject project;
    private final Consumer<PipelineId> open;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<PipelineRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PipelineRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<FileProblem> problems = FXCollections.observableArrayList();
    private final ObservableList<FileProblem> shownProblems =
            FXCollections.unmodifiableObservableList(problems);

    /// @param open opens a pipeline's page
    public PipelinesViewModel(LiveProject project, Consumer<PipelineId> open) {
        this.project = project;
        this.open = open;
        filter.addListener((_, _, _) -> fill());
        project.listingProperty().subscribe(_ -> fill());
        project.runs().list().addListener((ListChangeListener<LiveRun>) _ -> fill());
        project.runs().activeProperty().addListener((_, _, _) -> fill());
    }

    /// A part of a pipeline's name or uuid; empty for all.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObservableList<PipelineRow> rows() {
        return shownRows;
    }

    /// Of the project and of all its pipelines, whatever the filter.
    ObservableList<FileProblem> problems() {
        return shownProblems;
    }

    public LiveProject project() {
        return project;
    }

    public boolean hasPipelines() {
        return !project.listingProperty().get().pipelines().isEmpty();
    }

    /// Opens the page of a pipeline that is not broken.
    public void open(PipelineRow row) {
        if (!row.entry().isBroken()) open.accept(row.id());
    }

    private void fill() {
        ProjectListing listing = project.listingProperty().get();
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<PipelineRow> found =
                listing.pipelines().stream()
                        .filter(entry -> matches(entry, wanted))
                        .map(entry -> new PipelineRow(entry, lastRun(entry)))
                        .toList();
        if (!found.equals(rows)) rows.setAll(found);
        List<FileProblem> wrong = FileProblem.of(listing);
        if (!wrong.equals(problems)) problems.setAll(wrong);
    }

    private Optional<PipelineRun> lastRun(PipelineEntry entry) {
        return project.runs().list().stream()
                .map(LiveRun::run)
                .filter(run -> run.pipeline().equals(entry.id()))
                .findFirst()
                .or(entry::lastRun);
    }

    private static boolean matches(PipelineEntry entry, String wanted) {
        return entry.name().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.id().value().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
