package io.pipewright.app.fx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.ProjectChanged;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class EngineEventsOnFxThreadTest {

    private static final int LINES = 50_000;

    private final FakeSession session = FakeWindow.session();
    private final List<List<EngineEvent>> batches = new CopyOnWriteArrayList<>();
    private final List<Boolean> onFxThread = new CopyOnWriteArrayList<>();

    @Test
    void handsOverInFewBatchesAndDropsOldLinesRatherThanChanges() throws TimeoutException {
        new EngineEventsOnFxThread().connect(session, this::receive);

        for (int line = 0; line < LINES; line++) {
            session.tell(printed("line " + line));
            if (line % 1_000 == 0) session.tell(new ProjectChanged());
        }
        waitFor(10, SECONDS, () -> received(printed("line " + (LINES - 1))));

        assertEquals(LINES / 1_000, count(ProjectChanged.class));
        assertTrue(batches.size() < LINES / 100, () -> batches.size() + " batches");
        assertTrue(batches.stream().allMatch(batch -> batch.size() <= 2_000 + LINES / 1_000));
        assertTrue(onFxThread.stream().allMatch(Boolean::booleanValue));
    }

    private void receive(List<EngineEvent> batch) {
        batches.add(batch);
        onFxThread.add(Platform.isFxApplicationThread());
    }

    private boolean received(EngineEvent event) {
        return batches.stream().anyMatch(batch -> batch.contains(event));
    }

    private long count(Class<? extends EngineEvent> type) {
        return batches.stream().flatMap(List::stream).filter(type::isInstance).count();
    }

    private static LogPrinted printed(String text) {
        return new LogPrinted(
                new RunId(1), "block", new LogLine(FakeWindow.NOW, "INFO", text, Map.of()));
    }
}
