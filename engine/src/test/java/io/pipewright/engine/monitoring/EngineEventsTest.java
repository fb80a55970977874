package io.pipewright.engine.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.LoggedErrors;
import io.pipewright.engine.monitoring.EngineEvent.EngineStopping;
import io.pipewright.engine.monitoring.EngineEvent.LogPrinted;
import io.pipewright.engine.monitoring.EngineEvent.ProjectChanged;
import io.pipewright.engine.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineEventsTest {

    private final EngineEvents events =
            new EngineEvents(Thread.ofVirtual().name("events-", 0).factory());
    private final LinkedBlockingQueue<EngineEvent> heard = new LinkedBlockingQueue<>();

    @Test
    void handsEachEventToAllSubscribers() throws InterruptedException {
        events.subscribe(heard::add);
        events.subscribe(heard::add);
        events.publish(new ProjectChanged());

        assertEquals(List.of(new ProjectChanged(), new ProjectChanged()), List.of(next(), next()));
    }

    @Test
    void handsOnNothingAfterTheEndOfASubscription() throws InterruptedException {
        events.subscribe(heard::add).close();
        events.publish(new ProjectChanged());
        events.subscribe(heard::add);
        events.publish(new EngineStopping());

        assertEquals(new EngineStopping(), next());
        assertTrue(heard.isEmpty());
    }

    @Test
    void isNotStoppedByASubscriberThatNeverReturns() throws InterruptedException {
        var never = new CountDownLatch(1);
        events.subscribe(_ -> awaitForGood(never));
        events.subscribe(heard::add);
        var line = new LogLine(Instant.EPOCH, "INFO", "x".repeat(10_000), Map.of());
        for (int i = 0; i < 10_000; i++) events.publish(new LogPrinted(new RunId(1), "load", line));

        assertEquals(new LogPrinted(new RunId(1), "load", line), next());
        never.countDown();
    }

    @Test
    void goesOnAfterAListenerBroke() throws InterruptedException {
        events.subscribe(
                event -> {
                    if (event instanceof ProjectChanged)
                        throw new IllegalStateException("broken listener");
                    heard.add(event);
                });
        try (var errors = LoggedErrors.of(EngineEvents.Subscription.class)) {
            events.publish(new ProjectChanged());
            events.publish(new EngineStopping());

            assertEquals(new EngineStopping(), next());
            assertEquals(List.of("A subscriber failed on ProjectChanged"), errors.messages());
        }
    }

    private EngineEvent next() throws InterruptedException {
        EngineEvent event = heard.poll(20, TimeUnit.SECONDS);
        if (event == null) throw new AssertionError("no event within 20 s");
        return event;
    }

    private static void awaitForGood(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
