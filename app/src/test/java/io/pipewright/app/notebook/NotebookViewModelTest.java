package io.pipewright.app.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.app.notebook.NotebookViewModel.OpenLine;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NotebookViewModelTest {

    private static final BlockId CLEAN = new BlockId("clean_weather");

    private final FakeSession session = FakeWindow.session().trusted();
    private final LiveProject project = FakeWindow.project(session);
    private final LivePipeline pipeline = project.pipeline(new PipelineId("daily_weather"));
    private final NotebookViewModel notebook = new NotebookViewModel(project, pipeline);

    @Test
    void tellsWhichBlockOfTheNewestRunFailedAndLeadsToItsLine() {
        runWithFailingClean();

        assertEquals(Optional.of(CLEAN), failed());
        notebook.showFailure();
        assertEquals(Optional.of(new OpenLine(CLEAN, 7)), notebook.wantedLineProperty().get());
        assertEquals(Optional.of(CLEAN), notebook.selectedProperty().get());
    }

    @Test
    void tellsOfAFailureAgainWhenThePipelineIsOpenedLater() {
        runWithFailingClean();

        LiveProject reopened = FakeWindow.project(session);
        var later = new NotebookViewModel(reopened, reopened.pipeline(pipeline.id()));

        assertEquals(Optional.of(CLEAN), later.failureProperty().get().map(run -> run.block()));
    }

    @Test
    void saysNoMoreOfAFailureOnceAnotherRunHasBegun() {
        runWithFailingClean();

        pipeline.run();

        assertEquals(Optional.empty(), failed());
    }

    @Test
    void keepsADismissedFailureAwayAndTellsOfTheNext() {
        runWithFailingClean();

        notebook.dismissFailure();
        assertEquals(Optional.empty(), failed());

        runWithFailingClean();
        assertEquals(Optional.of(CLEAN), failed());
    }

    @Test
    void saysWhyABlockCannotRunBeforeItRan() {
        session.cannotRun("flag_extremes", "dbt does not run yet");
        pipeline.read();

        List<String> words =
                notebook.cells().stream().map(cell -> cell.stateTextProperty().get()).toList();
        assertEquals(List.of("Not run", "Not run", "Not run", "Cannot run", "Not run"), words);
        assertEquals(
                Optional.of("dbt does not run yet"),
                notebook.cells().get(3).live().whyNotProperty().get());
    }

    private void runWithFailingClean() {
        session.runs()
                .breaks(
                        CLEAN.value(),
                        new BlockError("KeyError", "'sky'", "", OptionalInt.of(7), ""));
        pipeline.run();
        session.runs().finish(session.runs().newest());
    }

    private Optional<BlockId> failed() {
        return notebook.failureProperty().get().map(run -> run.block());
    }
}
