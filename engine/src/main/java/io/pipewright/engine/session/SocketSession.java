package io.pipewright.engine.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A `ProjectSession` in another process: every call becomes one frame and waits for its answer.
public final class SocketSession implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);

    private final EngineAddress engine;
    private final FrameChannel channel;
    private final ObjectMapper json;
    private final SessionMethods methods;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final EngineEvents events;
    private volatile boolean closedHere;
    private volatile boolean ended;
    private boolean stopTold; // Only the reading thread tells events.

    private SocketSession(
            EngineAddress engine, FrameChannel channel, ObjectMapper json, EngineEvents events) {
        this.engine = engine;
        this.events = events;
        this.channel = channel;
        this.json = json;
        this.methods = new SessionMethods(json);
    }

    /// Connects to an engine.
    ///
    /// @param threads for the one thread that reads and one for each subscription
    /// @throws IOException if nothing listens there
    public static ProjectSession connect(
            EngineAddress engine, ObjectMapper json, ThreadFactory threads) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.connect(UnixDomainSocketAddress.of(engine.socket()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        var session =
                new SocketSession(
                        engine, new FrameChannel(socket, json), json, new EngineEvents(threads));
        threads.newThread(session::read).start();
        return (ProjectSession)
                Proxy.newProxyInstance(
                        ProjectSession.class.getClassLoader(),
                        new Class<?>[] {ProjectSession.class},
                        session);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A session equals itself only.
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "close" -> close();
            case "subscribe" -> subscribe(arguments);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "session with engine " + engine.pid();
            default -> call(method, arguments);
        };
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
        JsonNode answer = answer(method.getName(), methods.arguments(arguments));
        try {
            return methods.result(method, answer);
        } catch (JsonProcessingException e) {
            throw new SessionException(
                    "The engine's answer to \""
                            + method.getName()
                            + "\" cannot be read; window and engine are of different versions.",
                    e);
        }
    }

    private JsonNode answer(String method, List<JsonNode> arguments) {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        try {
            // After it is in the map: whoever ends the session completes what is in there.
            if (ended) throw gone();
            channel.send(new SessionFrame.Call(id, method, arguments));
            return answer.join();
        } catch (IOException e) {
            LOG.debug("Could not send {}: {}", method, e.getMessage());
            // The reading thread may not have noticed yet; from now on no call may get through.
            ended = true;
            throw gone();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SessionException refused ? refused : gone();
        } finally {
            waiting.remove(id);
        }
    }

    private SessionException gone() {
        if (closedHere) return new SessionException("This project was closed here. Open it again.");
        return new SessionException(
                "The engine of this project (process "
                        + engine.pid()
                        + ") is gone. Open the project again; runs that were running are failed with that reason.");
    }

    private void read() {
        try {
            Optional<SessionFrame> frame = channel.receive();
            while (frame.isPresent()) {
                handle(frame.get());
                frame = channel.receive();
            }
        } catch (IOException e) {
            LOG.debug("The connection to engine {} broke: {}", engine.pid(), e.getMessage());
        }
        end();
    }

    private void handle(SessionFrame frame) throws IOException {
        switch (frame) {
            case SessionFrame.Answer answer ->
                    complete(answer.id(), future -> future.complete(answer.result()));
            case SessionFrame.Refusal refusal ->
                    complete(
                            refusal.id(),
                            future ->
                                    future.completeExceptionally(
                                            new SessionException(refusal.message())));
            case SessionFrame.Event event -> {
                EngineEvent told =
                        json.readerFor(EngineEvent.class).readValue(event.event().toString());
                tell(told);
            }
            case SessionFrame.Call call ->
                    throw new IOException("The engine called " + call.method());
        }
    }

    private void complete(long id, Consumer<CompletableFuture<JsonNode>> how) {
        CompletableFuture<JsonNode> future = waiting.get(id);
        if (future != null) how.accept(future);
    }

    private synchronized void end() {
        ended = true;
        waiting.values().forEach(future -> future.completeExceptionally(gone()));
        if (!closedHere) tell(new EngineEvent.EngineStopping());
        events.close();
    }

    /// The engine says that it stops, and then its connection ends: one event for both.
    private void tell(EngineEvent event) {
        if (event instanceof EngineEvent.EngineStopping) {
            if (stopTold) return;
            stopTold = true;
        }
        events.publish(event);
    }

    @SuppressWarnings("unchecked") // The interface says so; a proxy gets its arguments untyped.
    private synchronized ProjectSession.Subscription subscribe(
            @Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments[0] == null)
            throw new IllegalArgumentException("no listener");
        if (ended) throw gone();
        return events.subscribe((Consumer<EngineEvent>) arguments[0])::close;
    }

    private synchronized @Nullable Object close() {
        closedHere = true;
        ended = true;
        channel.close();
        return null;
    }
}
