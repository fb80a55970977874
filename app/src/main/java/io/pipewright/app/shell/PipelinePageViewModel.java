package io.pipewright.app.shell;

import io.pipewright.app.charts.ChartsViewModel;
import io.pipewright.app.graph.GraphViewModel;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.notebook.NotebookViewModel;
import io.pipewright.app.runs.RunsViewModel;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One pipeline's page: notebook, graph and charts side by side, or its runs.
///
/// Thread: the FX thread only.
public final class PipelinePageViewModel {

    /// What the page's own row of tabs chooses.
    public enum Section {
        NOTEBOOK("pipeline.notebook.text"),
        RUNS("pipeline.runs.text");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final LiveProject project;
    private final LivePipeline pipeline;
    private final NotebookViewModel notebook;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.NOTEBOOK);

    PipelinePageViewModel(LiveProject project, PipelineId id) {
        this.project = project;
        this.pipeline = project.pipeline(id);
        this.notebook = new NotebookViewModel(project, pipeline);
    }

    public LivePipeline pipeline() {
        return pipeline;
    }

    public LiveProject project() {
        return project;
    }

    public NotebookViewModel notebook() {
        return notebook;
    }

    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    public GraphViewModel graph() {
        return new GraphViewModel(project, pipeline, notebook.selectedProperty());
    }

    public ChartsViewModel charts() {
        return new ChartsViewModel(pipeline, project.connection());
    }

    public RunsViewModel runs() {
        return new RunsViewModel(
                project, Optional.of(pipeline.id()), (_, block, line) -> openLine(block, line));
    }

    public void openLine(BlockId block, int line) {
        section.set(Section.NOTEBOOK);
        notebook.openLine(block, line);
    }

    /// Starts a run, or cancels the one that goes on.
    public void runOrCancel() {
        if (pipeline.runningProperty().get()) pipeline.cancel();
        else pipeline.run();
    }
}
