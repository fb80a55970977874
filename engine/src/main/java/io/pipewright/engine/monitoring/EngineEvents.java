package io.pipewright.engine.monitoring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each event to all subscribers. A slow subscriber never slows the engine or the others: its queue is bounded, see
/// `EventQueue` for what is left out.
///
/// Thread: any; each subscriber has a thread of its own, so it gets its events one at a time and in order.
public final class EngineEvents implements AutoCloseable {

    private final ThreadFactory threads;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /// @param threads one for each subscriber, for as long as it subscribes
    public EngineEvents(ThreadFactory threads) {
        this.threads = threads;
    }

    /// Returns at once.
    public void publish(EngineEvent event) {
        for (Subscription subscription : subscriptions) subscription.queue.add(event);
    }

    /// Every event from now on. Closing what it returns ends it; an event being delivered is not interrupted.
    public Subscription subscribe(Consumer<EngineEvent> listener) {
        var subscription = new Subscription(this, listener);
        subscriptions.add(subscription);
        threads.newThread(subscription::deliver).start();
        return subscription;
    }

    /// Ends all subscriptions after what was published so far.
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    /// A running subscription.
    public static final class Subscription implements AutoCloseable {

        private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

        private final EngineEvents events;
        private final Consumer<EngineEvent> listener;
        private final EventQueue queue = new EventQueue(EventQueue.DEFAULT_CAPACITY);

        private Subscription(EngineEvents events, Consumer<EngineEvent> listener) {
            this.events = events;
            this.listener = listener;
        }

        private void deliver() {
            for (var event = queue.take(); event.isPresent(); event = queue.take()) {
                try {
                    listener.accept(event.get());
                } catch (RuntimeException e) {
                    // One event that a listener cannot take must not cost it all later ones.
                    LOG.error(
                            "A subscriber failed on {}", event.get().getClass().getSimpleName(), e);
                }
            }
        }

        /// No event published after this is delivered; those waiting still are.
        @Override
        public void close() {
            events.subscriptions.remove(this);
            queue.close();
        }
    }
}
