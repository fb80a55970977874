package io.pipewright.engine.execution;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.IllegalStateMoveException;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunChange;
import io.pipewright.engine.run.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes every move of every run to the store, in order, and tells the subscribers when it is durable.
///
/// The runs do not wait for it, so a chain of short blocks is not slowed down by the disk. What is lost with a killed process is the
/// end of a run that has been told to nobody.
/// When the store cannot write, for example on a full disk, it tries again until it can: nothing is dropped, later moves wait.
/// Thread: `record` any; the writing is done by one thread of the wiring, which calls `writeForever`.
public final class RunRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final RunStore store;
    private final EngineEvents events;
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();

    private sealed interface Item {
        record Move(RunChange change, EngineEvent event) implements Item {}

        record Then(Runnable action) implements Item {}

        record Stop() implements Item {}
    }

    public RunRecorder(RunStore store, EngineEvents events) {
        this.store = store;
        this.events = events;
    }

    void record(PipelineRun run) {
        queue.add(
                new Item.Move(
                        new RunChange.RunMoved(run.id(), run.state()),
                        new EngineEvent.RunChanged(run)));
    }

    void record(BlockRun blockRun) {
        queue.add(
                new Item.Move(
                        new RunChange.BlockRunMoved(blockRun),
                        new EngineEvent.BlockRunChanged(blockRun)));
    }

    /// Tells the subscribers of a run that the store already has.
    void tell(PipelineRun accepted) {
        afterAll(() -> events.publish(new EngineEvent.RunChanged(accepted)));
    }

    /// Runs something short after everything recorded so far is durable and told.
    void afterAll(Runnable action) {
        queue.add(new Item.Then(action));
    }

    /// Writes until `stop`; everything recorded before is written. Thread: its own, never interrupted.
    public void writeForever() {
        var batch = new ArrayList<Item>();
        boolean stopped = false;
        while (!stopped) {
            batch.clear();
            take(batch);
            write(batch);
            stopped = batch.stream().anyMatch(Item.Stop.class::isInstance);
        }
    }

    /// Ends `writeForever` once everything recorded before is written. Returns at once.
    public void stop() {
        queue.add(new Item.Stop());
    }

    private void take(List<Item> batch) {
        try {
            batch.add(queue.take());
            queue.drainTo(batch, MOST_AT_ONCE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The recorder's thread must not be interrupted", e);
        }
    }

    private void write(List<Item> batch) {
        List<RunChange> changes =
                batch.stream()
                        .filter(Item.Move.class::isInstance)
                        .map(item -> ((Item.Move) item).change())
                        .toList();
        if (!changes.isEmpty()) keep(changes);
        for (Item item : batch) {
            switch (item) {
                case Item.Move move -> events.publish(move.event());
                case Item.Then then -> then.action().run();
                case Item.Stop _ -> {}
            }
        }
    }

    private void keep(List<RunChange> changes) {
        while (true) {
            try {
                store.record(changes);
                return;
            } catch (IllegalStateMoveException bug) {
                LOG.error("These moves are not legal and are not kept: {}", changes, bug);
                return;
            } catch (RuntimeException e) {
                LOG.error("Cannot keep the state of runs; trying again until it works", e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }
}
