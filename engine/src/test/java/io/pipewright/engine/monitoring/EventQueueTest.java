package io.pipewright.engine.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.monitoring.EngineEvent.BlockRunChanged;
import io.pipewright.engine.monitoring.EngineEvent.EngineStopping;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.LogSkipped;
import io.pipewright.engine.monitoring.EngineEvent.ProjectChanged;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private static final RunId RUN = new RunId(1);
    private static final Instant AT = Instant.parse("2024-01-05T06:00:00Z");

    // Room for three events of these tests.
    private final EventQueue queue = new EventQueue(1600);

    @Test
    void handsOnEverythingInOrderWhileThereIsRoom() {
        List<EngineEvent> events = List.of(queued("load"), running("load"), line("load", "a"));
        events.forEach(queue::add);

        assertEquals(events, taken());
    }

    @Test
    void countsLinesThatItLeavesOutWhereTheFirstWas() {
        for (String text : List.of("a", "b", "c", "d", "e")) queue.add(line("load", text));
        queue.add(running("load"));
        queue.add(line("load", "f"));

        assertEquals(
                List.of(
                        line("load", "a"),
                        line("load", "b"),
                        line("load", "c"),
                        new LogSkipped(RUN, "load", 3),
                        running("load")),
                taken());
    }

    @Test
    void countsLeftOutLinesOfEachBlockRun() {
        for (String text : List.of("a", "b", "c", "d")) queue.add(line("load", text));
        queue.add(line("clean", "e"));

        List<EngineEvent> taken = taken();
        assertEquals(
                List.of(new LogSkipped(RUN, "load", 1), new LogSkipped(RUN, "clean", 1)),
                taken.subList(3, taken.size()));
    }

    @Test
    void keepsTheNewestStateOfEachBlockRunWhenItIsFull() {
        for (String text : List.of("a", "b", "c")) queue.add(line("load", text));
        queue.add(queued("load"));
        queue.add(queued("clean"));
        queue.add(running("load"));

        List<EngineEvent> taken = taken();
        assertEquals(List.of(queued("clean"), running("load")), taken.subList(3, taken.size()));
    }

    @Test
    void saysOnceThatTheProjectChangedWhenItIsFull() {
        for (String text : List.of("a", "b", "c")) queue.add(line("load", text));
        queue.add(new ProjectChanged());
        queue.add(new ProjectChanged());
        queue.add(new EngineStopping());

        List<EngineEvent> taken = taken();
        assertEquals(
                List.of(new ProjectChanged(), new EngineStopping()),
                taken.subList(3, taken.size()));
    }

    @Test
    void takesLinesAgainOnceThereIsRoom() {
        for (String text : List.of("a", "b", "c", "d")) queue.add(line("load", text));
        queue.take();
        queue.take();
        queue.add(line("load", "e"));

        assertEquals(
                List.of(line("load", "c"), new LogSkipped(RUN, "load", 1), line("load", "e")),
                taken());
    }

    @Test
    void measuresLongLinesByTheirLength() {
        queue.add(line("load", "x".repeat(1000)));
        queue.add(line("load", "y".repeat(1000)));

        assertEquals(
                List.of(line("load", "x".repeat(1000)), new LogSkipped(RUN, "load", 1)), taken());
    }

    private List<EngineEvent> taken() {
        queue.close();
        var taken = new ArrayList<EngineEvent>();
        for (var event = queue.take(); event.isPresent(); event = queue.take())
            taken.add(event.get());
        return taken;
    }

    private static EngineEvent line(String block, String text) {
        return new LogPrinted(RUN, block, new LogLine(AT, "INFO", text, Map.of()));
    }

    private static EngineEvent queued(String block) {
        return changed(block, new BlockRunState.Queued(AT));
    }

    private static EngineEvent running(String block) {
        return changed(block, new BlockRunState.Running(AT));
    }

    private static EngineEvent changed(String block, BlockRunState state) {
        return new BlockRunChanged(
                new BlockRun(new BlockRunKey(RUN, block, 1), new BlockId(block), state));
    }
}
