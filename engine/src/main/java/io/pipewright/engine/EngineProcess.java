package io.pipewright.engine;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.session.SessionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The background engine of one project: runs what windows and command lines ask for, and ends when nobody has needed it for a
/// while. Started by `EngineSessions`; its state folder says where it listens.
public final class EngineProcess {

    /// How long an engine without windows, command lines and runs stays.
    static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);

    private EngineProcess() {}

    /// @param arguments the project's folder, and the file that takes the reason if its state cannot be used
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try {
            Optional<EngineHost> host = EngineHost.tryOpen(folder, HostEnvironment.current());
            if (host.isEmpty()) {
                LOG.info("Another engine holds {}", folder);
            } else {
                serve(folder, host.get());
            }
        } catch (SessionException e) {
            LOG.error("The engine of {} could not start", folder, e);
            refuse(new EngineRefusal(Path.of(arguments[1])), String.valueOf(e.getMessage()));
            System.exit(1);
        } catch (RuntimeException e) {
            LOG.error("The engine of {} could not start or had to end", folder, e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void refuse(EngineRefusal refusal, String why) {
        try {
            refusal.write(why);
        } catch (IOException e) {
            LOG.warn("Could not tell the window why, in {}", refusal.file(), e);
        }
    }

    private static void serve(Path folder, EngineHost host) {
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "engine-shutdown"));
        LOG.info("The engine of {} is ready", folder);
        String why = host.awaitIdle(IDLE_LIMIT);
        LOG.info("The engine of {} ends: {}", folder, why);
        host.close();
    }
}
