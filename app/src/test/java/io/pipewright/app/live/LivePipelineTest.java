package io.pipewright.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.engine.monitoring.EngineEvent.BlockRunChanged;
import io.pipewright.engine.monitoring.EngineEvent.LogSkipped;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivePipelineTest {

    private static final PipelineId DAILY = new PipelineId("daily_weather");

    private final FakeSession session = FakeWindow.session().trusted();
    private final LivePipeline pipeline = FakeWindow.project(session).pipeline(DAILY);

    @Test
    void readsTheBlocksInTheAuthorsOrderWithTheirCode() {
        assertEquals(
                List.of(
                        "load_weather",
                        "clean_weather",
                        "monthly_summary",
                        "flag_extremes",
                        "export_report"),
                pipeline.blocks().stream().map(block -> block.id().value()).toList());
        assertEquals(
                true,
                pipeline.blocks()
                        .getFirst()
                        .sourceProperty()
                        .get()
                        .orElse("")
                        .startsWith("from pipewright"));
    }

    @Test
    void followsARunBlockByBlock() {
        pipeline.run();
        session.runs().begin("load_weather");
        session.runs().end("load_weather");
        session.runs().begin("clean_weather");

        assertEquals(
                List.of(
                        ShownState.COMPLETED,
                        ShownState.RUNNING,
                        ShownState.WAITING,
                        ShownState.WAITING,
                        ShownState.WAITING),
                pipeline.blocks().stream().map(LiveBlock::shown).toList());
    }

    @Test
    void showsARunThatAnotherWindowStarted() {
        pipeline.run();
        session.runs().begin("load_weather");

        LivePipeline other = FakeWindow.project(session).pipeline(DAILY);

        assertEquals(true, other.runningProperty().get());
        assertEquals(ShownState.RUNNING, other.blocks().getFirst().shown());
    }

    @Test
    void ignoresAnEventThatWasOvertaken() {
        pipeline.run();
        session.runs().finish(session.runs().newest());
        RunId run = session.runs().newest();
        var late =
                new BlockRun(
                        new BlockRunKey(run, "load_weather", 1),
                        new BlockId("load_weather"),
                        new BlockRunState.Running(FakeWindow.NOW));

        session.tell(new BlockRunChanged(late));

        assertEquals(ShownState.COMPLETED, pipeline.blocks().getFirst().shown());
    }

    @Test
    void showsPrintedLinesLiveAndWhereSomeAreLeftOut() {
        pipeline.run();
        session.runs().begin("load_weather");
        session.runs().print("load_weather", "one");
        session.tell(new LogSkipped(session.runs().newest(), "load_weather", 1_500));
        session.runs().print("load_weather", "two");

        assertEquals(
                List.of("one", "1,500 lines left out here, they are in the log file", "two"),
                pipeline.blocks().getFirst().lines().stream().map(LogLine::message).toList());
    }

    @Test
    void keepsTheNewestTwoThousandLinesOfABlockThatPrintsWithoutEnd() {
        pipeline.run();
        session.runs().begin("load_weather");
        for (int line = 0; line < 5_000; line++)
            session.runs().print("load_weather", "line " + line);

        List<LogLine> lines = pipeline.blocks().getFirst().lines();
        assertEquals(
                List.of(2_000, "line 3000", "line 4999"),
                List.of(lines.size(), lines.getFirst().message(), lines.getLast().message()));
    }

    @Test
    void bringsBackTheLinesOfAnEarlierRun() {
        pipeline.run();
        session.runs().finish(session.runs().newest());

        LivePipeline reopened = FakeWindow.project(session).pipeline(DAILY);

        assertEquals(
                List.of("reading data/seattle-weather.csv"),
                reopened.blocks().getFirst().lines().stream().map(LogLine::message).toList());
    }

    @Test
    void knowsHowLongABlockUsuallyTakes() {
        pipeline.run();
        session.runs().finish(session.runs().newest());

        LivePipeline reopened = FakeWindow.project(session).pipeline(DAILY);

        assertEquals(
                Optional.of(Duration.ofMillis(210)),
                reopened.blocks().getFirst().usualProperty().get());
    }

    @Test
    void runsOneBlockAndLeavesTheOthersAsTheyWere() {
        pipeline.run();
        session.runs().finish(session.runs().newest());

        pipeline.runOnly(new BlockId("flag_extremes"));

        assertEquals(
                List.of(
                        ShownState.COMPLETED,
                        ShownState.COMPLETED,
                        ShownState.COMPLETED,
                        ShownState.WAITING,
                        ShownState.COMPLETED),
                pipeline.blocks().stream().map(LiveBlock::shown).toList());
    }

    @Test
    void saysWhyARunCouldNotStart() {
        FakeSession untrusted = FakeWindow.session();
        LivePipeline looking = FakeWindow.project(untrusted).pipeline(DAILY);

        looking.run();

        assertEquals(
                Optional.of(
                        "Run daily_weather: The folder is not trusted. Trust it to run its blocks."),
                looking.problemProperty().get());
        assertEquals(false, looking.runningProperty().get());
    }

    @Test
    void cancelsTheRunThatGoesOn() {
        pipeline.run();
        session.runs().begin("load_weather");

        pipeline.cancel();

        assertEquals(false, pipeline.runningProperty().get());
        assertEquals(ShownState.CANCELLED, pipeline.blocks().getFirst().shown());
    }
}
