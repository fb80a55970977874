package io.pipewright.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeHistory;
import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fake.SameThread;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.RunRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveProjectTest {

    private final FakeSession session = FakeWindow.session().trusted();
    private final SameThread background = new SameThread();

    @Test
    void listsRunsNewestFirstAlsoThoseThatStartLater() {
        FakeHistory.fill(session);
        LiveProject project = open();

        session.start(RunRequest.of(new PipelineId("daily_weather")));

        assertEquals(
                List.of(1040L, 1039L, 1038L, 1037L),
                project.runs().list().stream().limit(4).map(run -> run.id().value()).toList());
        assertEquals(1, project.runs().activeProperty().get());
    }

    @Test
    void movesTheClockOnlyWhileSomethingRuns() {
        LiveProject project = open();
        session.start(RunRequest.of(new PipelineId("daily_weather")));
        session.clock().advance(Duration.ofSeconds(2));
        background.tick();

        assertEquals(
                Optional.of(Duration.ofSeconds(2)),
                project.runs().list().getFirst().took(project.clock().now()));

        session.runs().finish(session.runs().newest());
        var stopped = project.clock().now();
        session.clock().advance(Duration.ofSeconds(9));
        background.tick();
        assertEquals(stopped, project.clock().now());
    }

    @Test
    void saysWhenTheEngineIsLost() {
        LiveProject project = open();
        assertEquals(false, project.lostProperty().get());

        session.lose();
        background.tick();

        assertEquals(true, project.lostProperty().get());
    }

    private LiveProject open() {
        var connection =
                new ProjectConnection(session, background, session.clock(), ZoneOffset.UTC);
        return new LiveProject(connection, session.listing(), SameThread.events());
    }
}
