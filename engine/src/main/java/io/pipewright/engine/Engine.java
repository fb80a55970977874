package io.pipewright.engine;

import io.pipewright.engine.execution.RunLoop;
import io.pipewright.engine.execution.RunRecorder;
import io.pipewright.engine.kernel.KernelPool;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.store.EngineStore;
import io.pipewright.engine.variable.TableReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The long-lived parts of one open project, and the order in which they begin and end. The caller holds the project's lock.
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration BETWEEN_BACKUP_CHECKS = Duration.ofHours(1);

    private final EngineThreads threads;
    private final KernelPool kernels;
    private final EngineStore store;
    private final EngineEvents events;
    private final RunRecorder recorder;
    private final RunLoop loop;
    private final TableReader tables;

    private Engine(EngineWiring wiring, EngineThreads threads) {
        this.threads = threads;
        // The pool ends the workers of a killed engine; only then are that engine's runs ended.
        this.kernels = wiring.kernels();
        this.store = wiring.store();
        this.events = wiring.events();
        this.recorder = wiring.recorder(store.runs(), events);
        this.loop = wiring.runLoop(store.runs(), recorder, kernels, events);
        this.tables = wiring.tables(kernels);
    }

    static Engine open(ProjectPlaces places, HostEnvironment host) {
        var threads = new EngineThreads();
        var wiring = new EngineWiring(places, host, threads);
        var engine = new Engine(wiring, threads);
        engine.store.opening().sentence().ifPresent(LOG::warn);
        List<PipelineRun> ended =
                wiring.recovery(engine.store.runs()).endLeftovers(InstantSource.system().instant());
        ended.forEach(
                run ->
                        LOG.warn(
                                "Run {} of {} is failed: the engine was killed",
                                run.id(),
                                run.pipeline()));
        threads.every(BETWEEN_BACKUP_CHECKS, engine.store::backUpIfDue);
        return engine;
    }

    KernelPool kernels() {
        return kernels;
    }

    RunStore runs() {
        return store.runs();
    }

    EngineEvents events() {
        return events;
    }

    RunLoop loop() {
        return loop;
    }

    TableReader tables() {
        return tables;
    }

    /// Ends runs first, so that their ends are recorded; the database last.
    @Override
    public void close() {
        loop.cancelAll("the engine is stopping");
        recorder.stop();
        kernels.close();
        events.publish(new EngineEvent.EngineStopping());
        events.close();
        threads.close();
        store.close();
    }
}
