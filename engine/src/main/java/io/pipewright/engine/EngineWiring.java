package io.pipewright.engine;

import io.pipewright.engine.execution.BlockExecutor;
import io.pipewright.engine.execution.BlockInputs;
import io.pipewright.engine.execution.BlockLogs;
import io.pipewright.engine.execution.ConnectionProfiles;
import io.pipewright.engine.execution.KernelOptions;
import io.pipewright.engine.execution.KernelRequests;
import io.pipewright.engine.execution.RunLoop;
import io.pipewright.engine.execution.RunRecorder;
import io.pipewright.engine.execution.RunRecovery;
import io.pipewright.engine.execution.RunTime;
import io.pipewright.engine.execution.SqlFunctions;
import io.pipewright.engine.execution.SqlRequests;
import io.pipewright.engine.execution.UpstreamValues;
import io.pipewright.engine.kernel.InstalledLibraries;
import io.pipewright.engine.kernel.KernelPool;
import io.pipewright.engine.kernel.MachineMemory;
import io.pipewright.engine.kernel.PoolSettings;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.ProjectSettings;
import io.pipewright.engine.project.reading.ConnectionProfileReader;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.store.EngineStore;
import io.pipewright.engine.store.StoreOwner;
import io.pipewright.engine.store.StoreSettings;
import io.pipewright.engine.template.MageFunctions;
import io.pipewright.engine.variable.OutputPublisher;
import io.pipewright.engine.variable.OutputSync;
import io.pipewright.engine.variable.TableReader;
import io.pipewright.engine.variable.VariableStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the long-lived parts of an engine, once, and hands each what it needs: the only place where they meet.
final class EngineWiring {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWiring.class);

    private final ProjectPlaces places;
    private final HostEnvironment host;
    private final EngineThreads threads;
    private final InstantSource clock = InstantSource.system();

    EngineWiring(ProjectPlaces places, HostEnvironment host, EngineThreads threads) {
        this.places = places;
        this.host = host;
        this.threads = threads;
    }

    EngineStore store() {
        ProjectSettings settings = places.project().settings();
        var owner = new StoreOwner(places.project().folder(), settings.projectUuid());
        return EngineStore.open(
                new StoreSettings(
                        places.state(),
                        owner,
                        places.firstFreeTriggerId(),
                        clock,
                        EngineThreads.platform("store")));
    }

    KernelPool kernels() {
        MachineMemory memory = MachineMemory.ofThisMachine();
        return new KernelPool(
                KernelPool.installedKernels(),
                InstalledLibraries.ofThisProcess(),
                PoolSettings.of(
                        places.project().folder(),
                        places.state().path(),
                        places.outputs().variablesFolder(),
                        places.project().settings().memoryLimit(),
                        memory),
                memory,
                threads.ofWorkers(),
                clock);
    }

    EngineEvents events() {
        return new EngineEvents(EngineThreads.virtual("events"));
    }

    /// The recorder writes on a thread of its own until it is stopped.
    RunRecorder recorder(RunStore store, EngineEvents events) {
        var recorder = new RunRecorder(store, events);
        EngineThreads.platform("run-recorder").newThread(recorder::writeForever).start();
        return recorder;
    }

    TableReader tables(KernelPool kernels) {
        return new TableReader(places.outputs(), kernels.questions());
    }

    RunLoop runLoop(RunStore store, RunRecorder recorder, KernelPool kernels, EngineEvents events) {
        var time =
                new RunTime(
                        clock,
                        (pause, action) -> {
                            var _ =
                                    threads.timer()
                                            .schedule(
                                                    action, pause.toNanos(), TimeUnit.NANOSECONDS);
                        },
                        EngineThreads.virtual("block"));
        return new RunLoop(
                store,
                recorder,
                executor(store, kernels, events),
                new OutputSync(places.outputs())::sync,
                places.project().settings().concurrency(),
                time);
    }

    private BlockExecutor executor(RunStore store, KernelPool kernels, EngineEvents events) {
        var requests =
                new KernelRequests(
                        new BlockInputs(store, new VariableStore(places.outputs())),
                        sqlRequests(kernels),
                        new KernelOptions(places.project().settings().settings()));
        var logs = new BlockLogs(places.logsRoot(), events, threads.timer(), clock);
        OutputPublisher publisher = publisher();
        publisher.discardLeftovers();
        return new BlockExecutor(kernels, requests, publisher, logs, clock);
    }

    RunRecovery recovery(RunStore store) {
        return new RunRecovery(store, publisher());
    }

    private OutputPublisher publisher() {
        return new OutputPublisher(places.outputs(), places.state().path());
    }

    private SqlRequests sqlRequests(KernelPool kernels) {
        Path project = places.project().folder();
        var functions =
                new MageFunctions(
                        host.variables(),
                        _ -> Optional.empty(),
                        warning -> LOG.warn("SQL block: {}", warning));
        var profiles =
                new ConnectionProfiles(
                        project,
                        places.state().path().resolve("default.duckdb"),
                        () -> ConnectionProfileReader.read(project, host));
        return new SqlRequests(
                profiles,
                new SqlFunctions(functions.byName(), new UpstreamValues(kernels.questions())));
    }
}
