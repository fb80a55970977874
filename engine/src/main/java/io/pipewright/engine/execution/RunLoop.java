package io.pipewright.engine.execution;

import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunStore;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything of one project that runs now. Thread: any.
public final class RunLoop {

    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final RunStore store;
    private final RunServices services;
    private final Map<RunId, ActiveRun> active = new LinkedHashMap<>();

    /// @param sync makes outputs survive a power cut; throws if the disk refuses
    /// @param concurrency most block runs of the project at once
    public RunLoop(
            RunStore store,
            RunRecorder recorder,
            BlockExecutor executor,
            Consumer<List<OutputInfo>> sync,
            int concurrency,
            RunTime time) {
        this.store = store;
        this.services =
                new RunServices(
                        recorder,
                        new Admission(concurrency),
                        executor,
                        time,
                        outputs -> refusal(sync, outputs),
                        this::forget);
    }

    private static Optional<String> refusal(
            Consumer<List<OutputInfo>> sync, List<OutputInfo> outputs) {
        try {
            sync.accept(outputs);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // Whatever it is, it must end the run, not leave it running for ever.
            LOG.error("Outputs could not be written through to the disk", e);
            return Optional.of("The outputs could not be written through to the disk: " + e);
        }
    }

    /// Accepts a run and begins it. Durable when it returns.
    public PipelineRun start(NewRun request) {
        PipelineRun accepted = store.accept(request);
        var run = new ActiveRun(accepted, request.plan(), services);
        synchronized (this) {
            active.put(accepted.id(), run);
        }
        services.recorder().tell(accepted);
        run.begin();
        return accepted;
    }

    /// Ends a run; does nothing if it has ended.
    public void cancel(RunId id, String reason) {
        ActiveRun run;
        synchronized (this) {
            run = active.get(id);
        }
        if (run != null) run.cancel(reason);
    }

    /// Ends all runs and waits until their ends are durable. No run must be started meanwhile.
    public void cancelAll(String reason) {
        List<ActiveRun> runs;
        synchronized (this) {
            runs = List.copyOf(active.values());
        }
        runs.forEach(run -> run.cancelAll(reason));
        awaitNone();
    }

    /// Runs that have not ended durably.
    public synchronized int activeRuns() {
        return active.size();
    }

    /// Returns when nothing runs.
    public synchronized void awaitNone() {
        while (!active.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted while runs were ending", e);
            }
        }
    }

    private synchronized void forget(RunId run) {
        active.remove(run);
        notifyAll();
    }
}
