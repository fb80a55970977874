package io.pipewright.engine.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.monitoring.EngineEvent;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one project's session to every window and command line that connects to the local socket.
/// The socket's file mode keeps other users out, so a connection needs no password.
public final class SessionServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionServer.class);

    private final ServerSocketChannel socket;
    private final ProjectSession session;
    private final ObjectMapper json;
    private final ThreadFactory threads;
    private final Set<FrameChannel> clients = ConcurrentHashMap.newKeySet();

    /// @param socket bound; closed with the server
    /// @param threads for one accepting thread and one or more per client
    public SessionServer(
            ServerSocketChannel socket,
            ProjectSession session,
            ObjectMapper json,
            ThreadFactory threads) {
        this.socket = socket;
        this.session = session;
        this.json = json;
        this.threads = threads;
    }

    public void start() {
        threads.newThread(this::accept).start();
    }

    /// Windows and command lines that are connected now.
    public int clientCount() {
        return clients.size();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = socket.accept();
                threads.newThread(() -> serve(client)).start();
            }
        } catch (IOException e) {
            LOG.debug("The session socket is closed: {}", e.getMessage());
        }
    }

    private void serve(SocketChannel client) {
        var channel = new FrameChannel(client, json);
        clients.add(channel);
        try (channel;
                var _ = session.subscribe(event -> sendEvent(channel, event))) {
            Optional<SessionFrame> frame = channel.receive();
            while (frame.isPresent()) {
                if (frame.get() instanceof SessionFrame.Call call) {
                    // A long question must not hold up the next call of the same window.
                    threads.newThread(() -> answer(channel, call)).start();
                }
                frame = channel.receive();
            }
        } catch (IOException e) {
            LOG.debug("A client of the session is gone: {}", e.getMessage());
        } finally {
            clients.remove(channel);
        }
    }

    private void answer(FrameChannel channel, SessionFrame.Call call) {
        try {
            channel.send(result(call));
        } catch (IOException e) {
            LOG.debug("Could not answer {}: {}", call.method(), e.getMessage());
        }
    }

    private SessionFrame result(SessionFrame.Call call) {
        try {
            return new SessionFrame.Answer(call.id(), new SessionMethods(json).call(session, call));
        } catch (SessionException refused) {
            return new SessionFrame.Refusal(call.id(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException bug) {
            LOG.error("Call {} failed", call.method(), bug);
            return new SessionFrame.Refusal(
                    call.id(),
                    "The engine could not do \""
                            + call.method()
                            + "\": "
                            + bug
                            + ". Its log has the details.");
        }
    }

    private void sendEvent(FrameChannel channel, EngineEvent event) {
        try {
            channel.send(new SessionFrame.Event(json.valueToTree(event)));
        } catch (IOException e) {
            LOG.debug("Could not send an event: {}", e.getMessage());
            channel.close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing the session socket: {}", e.getMessage());
        }
        clients.forEach(FrameChannel::close);
    }
}
