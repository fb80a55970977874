package io.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.live.LivePipeline;
import io.pipewright.app.live.LiveProject;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockError;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class GraphViewModelTest {

    private final FakeSession session = FakeWindow.session().trusted();
    private final LiveProject project = FakeWindow.project(session);
    private final LivePipeline pipeline = project.pipeline(new PipelineId("daily_weather"));
    private final GraphViewModel graph =
            new GraphViewModel(project, pipeline, new SimpleObjectProperty<>(Optional.empty()));

    @Test
    void saysBelowEachNameWhereTheBlockStands() {
        pipeline.run();
        session.runs().begin("load_weather");
        session.runs().end("load_weather");
        session.runs().begin("clean_weather");

        assertEquals(
                List.of(
                        "1,461 rows · 0.2 s",
                        "running",
                        "waits for 1 block",
                        "waits for 1 block",
                        "waits for 2 blocks"),
                lines());
    }

    @Test
    void saysHowLongARunningBlockUsuallyTakes() {
        pipeline.run();
        session.runs().finish(session.runs().newest());
        pipeline.read();
        pipeline.run();
        session.runs().begin("load_weather");

        assertEquals("running · usually 0.2 s", lines().getFirst());
    }

    @Test
    void saysWhyABlockCannotRun() {
        session.cannotRun("flag_extremes", "the language \"r\" is not known");
        pipeline.read();

        assertEquals("cannot run: the language \"r\" is not known", lines().get(3));
        assertEquals("not run yet", lines().getFirst());
    }

    @Test
    void saysThatABlockFailed() {
        session.runs().breaks("load_weather", BlockError.of("ValueError", "no such file"));
        pipeline.run();
        session.runs().begin("load_weather");
        session.runs().end("load_weather");

        assertEquals("failed · 0.2 s", lines().getFirst());
    }

    private List<String> lines() {
        return pipeline.blocks().stream().map(graph::line).toList();
    }
}
