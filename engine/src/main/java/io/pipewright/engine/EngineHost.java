package io.pipewright.engine;

import io.pipewright.engine.execution.KernelOptions;
import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.Trust;
import io.pipewright.engine.project.UserFolders;
import io.pipewright.engine.project.reading.ProjectReader;
import io.pipewright.engine.project.watching.ProjectWatcher;
import io.pipewright.engine.run.ExecutionDates;
import io.pipewright.engine.session.EngineControl;
import io.pipewright.engine.session.EngineStatus;
import io.pipewright.engine.session.LocalSession;
import io.pipewright.engine.session.PipelineCheck;
import io.pipewright.engine.session.ProjectFiles;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunStarter;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.session.SessionServer;
import io.pipewright.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine of one project, open in this process and reachable by others: it holds the lock and the socket until it is closed.
final class EngineHost implements EngineControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(5);

    private final ProjectPlaces places;
    private final EngineLock lock;
    private final Engine engine;
    private final LocalSession session;
    private final SessionServer server;
    private final Optional<ProjectWatcher> watcher;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean closing;

    private EngineHost(ProjectPlaces places, HostEnvironment host, EngineLock lock)
            throws IOException {
        this.places = places;
        this.lock = lock;
        this.engine = Engine.open(places, host);
        this.session = session(host);
        ServerSocketChannel socket = EngineSocket.bind(places.state().path());
        this.server =
                new SessionServer(
                        socket, session, EngineJson.mapper(), EngineThreads.virtual("session"));
        this.watcher = watch();
        server.start();
        EngineAddressFile.write(places.state().path(), EngineSocket.path(socket));
    }

    /// @return empty if another engine holds the project
    /// @throws SessionException if the state of the project cannot be used
    static Optional<EngineHost> tryOpen(Path folder, HostEnvironment host) {
        Project project = new ProjectReader(host).read(folder);
        ProjectPlaces places = ProjectPlaces.of(project, host);
        try {
            Optional<EngineLock> lock = EngineLock.tryTake(places.state().path());
            return lock.isEmpty() ? Optional.empty() : Optional.of(open(places, host, lock.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the engine of " + folder, e);
        } catch (StoreException e) {
            throw new SessionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static EngineHost open(ProjectPlaces places, HostEnvironment host, EngineLock lock)
            throws IOException {
        try {
            return new EngineHost(places, host, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private LocalSession session(HostEnvironment host) {
        Project project = places.project();
        var starter =
                new RunStarter(
                        engine.loop(),
                        engine.runs(),
                        new ExecutionDates(InstantSource.system()),
                        project.settings().retry());
        return new LocalSession(
                new ProjectFiles(project.folder(), new ProjectReader(host)),
                new Trust(new UserFolders(host).config()),
                new LocalSession.Runs(check(project), starter, engine.loop(), engine.runs()),
                new LocalSession.Stored(engine.tables(), places.logsRoot()),
                engine.events(),
                this);
    }

    private PipelineCheck check(Project project) {
        return new PipelineCheck(
                project.folder(),
                new KernelOptions(project.settings().settings()),
                engine.kernels()::whyNotRunnable);
    }

    private Optional<ProjectWatcher> watch() {
        try {
            return Optional.of(
                    ProjectWatcher.start(
                            places.project().folder(),
                            _ -> engine.events().publish(new EngineEvent.ProjectChanged()),
                            EngineThreads.platform("project-watcher")));
        } catch (IOException e) {
            LOG.warn("Changes of files in {} are not noticed", places.project().folder(), e);
            return Optional.empty();
        }
    }

    ProjectSession session() {
        return session;
    }

    @Override
    public EngineStatus status() {
        var workers = engine.kernels().status();
        return new EngineStatus(
                ProcessHandle.current().pid(),
                engine.loop().activeRuns(),
                workers.liveWorkers(),
                workers.runtimes().getOrDefault("python", ""),
                places.outputs().variablesFolder().toFile().getUsableSpace());
    }

    @Override
    public synchronized boolean isOpen() {
        return !closing;
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Returns when nobody has been connected and nothing has run for that long, when the project's folder is gone, or when it is
    /// closed.
    ///
    /// @return why, in words
    String awaitIdle(Duration limit) {
        Duration idle = Duration.ZERO;
        while (idle.compareTo(limit) < 0) {
            if (!Files.isDirectory(places.project().folder())) return "the folder is gone";
            if (isClosedWithin(IDLE_CHECK)) return "it was closed";
            boolean needed = server.clientCount() > 0 || engine.loop().activeRuns() > 0;
            idle = needed ? Duration.ZERO : idle.plus(IDLE_CHECK);
        }
        return "nobody has needed it for " + limit.toMinutes() + " minutes";
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The engine's main thread must not be interrupted", e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) return;
            closing = true;
        }
        try (lock) {
            EngineAddressFile.remove(places.state().path());
            if (watcher.isPresent()) watcher.get().close();
            engine.close();
            server.close();
        } catch (IOException e) {
            LOG.warn("Could not end the engine of {} in order", places.project().folder(), e);
        } finally {
            closed.countDown();
        }
    }
}
