package io.pipewright.engine;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.kernel.InstalledKernels;
import io.pipewright.engine.kernel.InstalledLibraries;
import io.pipewright.engine.kernel.MachineMemory;
import io.pipewright.engine.kernel.PoolSettings;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.UserFolders;
import io.pipewright.engine.project.reading.ProjectReader;
import io.pipewright.engine.session.EngineAddress;
import io.pipewright.engine.session.ProjectFiles;
import io.pipewright.engine.session.ProjectListing;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.ProjectValidation;
import io.pipewright.engine.session.SessionException;
import io.pipewright.engine.session.Sessions;
import io.pipewright.engine.session.SocketSession;
import io.pipewright.engine.store.StateFolder;
import io.pipewright.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Finds the engine of a project, or starts one: in a background process for the window, in this one for the command line.
public final class EngineSessions implements Sessions {

    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HostEnvironment host;
    private final ProjectReader reader;

    /// On this computer, for this user.
    public EngineSessions() {
        this(HostEnvironment.current());
    }

    /// @param host where the user's folders are, for background engines too, and what projects may refer to
    public EngineSessions(HostEnvironment host) {
        this.host = host;
        this.reader = new ProjectReader(host);
    }

    @Override
    public ProjectSession open(Path folder) {
        Path state = stateFolder(folder);
        return attach(state).orElseGet(() -> startedFor(folder, state));
    }

    @Override
    public ProjectSession forCommandLine(Path folder) {
        Path state = stateFolder(folder);
        long deadline = System.nanoTime() + START_LIMIT_NANOS;
        while (System.nanoTime() < deadline) {
            Optional<ProjectSession> session =
                    attach(state)
                            .or(() -> EngineHost.tryOpen(folder, host).map(EngineHost::session));
            if (session.isPresent()) return session.get();
            // Another engine holds the lock and does not listen yet, or is about to end.
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        throw new SessionException(
                "Another process holds the engine of "
                        + folder
                        + " but does not answer (its state folder is "
                        + state
                        + "). End that process and try again.");
    }

    private Path stateFolder(Path folder) {
        Path variables = reader.read(folder).settings().variablesFolder();
        try {
            return StateFolder.in(variables).path();
        } catch (StoreException e) {
            throw new SessionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<ProjectSession> attach(Path state) {
        try {
            Optional<EngineAddress> address = EngineAddressFile.read(state);
            if (address.isEmpty()) return Optional.empty();
            return Optional.of(
                    SocketSession.connect(
                            address.get(),
                            EngineJson.mapper(),
                            EngineThreads.virtual("session-reader")));
        } catch (IOException e) {
            // Nobody listens there: the engine that wrote the file is gone.
            return Optional.empty();
        }
    }

    private ProjectSession startedFor(Path folder, Path state) {
        try (EngineRefusal refusal = EngineRefusal.create()) {
            List<String> command =
                    EngineCommand.of(
                            InstalledLibraries.ofThisProcess(),
                            host.home(),
                            folder.toAbsolutePath(),
                            refusal.file());
            Process started =
                    DetachedProcess.start(command, host.variables(), state.resolve("engine.log"));
            return attachTo(started, state, refusal);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the engine of " + folder, e);
        }
    }

    private static ProjectSession attachTo(Process started, Path state, EngineRefusal refusal)
            throws IOException {
        long deadline = System.nanoTime() + START_LIMIT_NANOS;
        while (System.nanoTime() < deadline) {
            Optional<ProjectSession> session = attach(state);
            if (session.isPresent()) return session.get();
            if (!started.isAlive()) {
                int exitCode = started.exitValue();
                throw new SessionException(
                        refusal.read().orElseGet(() -> unexplained(exitCode, state)));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        throw new SessionException(
                "The engine did not start within 30 s. "
                        + state.resolve("engine.log")
                        + " says what it was doing.");
    }

    private static String unexplained(int exitCode, Path state) {
        return "The engine did not start (exit code "
                + exitCode
                + "). "
                + state.resolve("engine.log")
                + " says why.";
    }

    @Override
    public ProjectListing listing(Path folder) {
        Project project = reader.read(folder);
        return new ProjectFiles(project.folder(), reader).listing(false, _ -> Optional.empty());
    }

    @Override
    public ProjectValidation validation(Path folder) {
        Project project = reader.read(folder);
        Path unpacked = new UserFolders(host).cache().resolve("validation");
        var settings =
                PoolSettings.of(
                        project.folder(),
                        unpacked,
                        project.settings().variablesFolder(),
                        project.settings().memoryLimit(),
                        MachineMemory.ofThisMachine());
        return new ProjectCheck(project, new InstalledKernels(settings)).validation();
    }
}
