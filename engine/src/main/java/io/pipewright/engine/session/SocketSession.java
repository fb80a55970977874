package io.pipewright.engine.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.monitoring.EngineEvent;
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
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final List<Consumer<EngineEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private boolean stopTold; // Only the reading thread tells events.

    private SocketSession(EngineAddress engine, FrameChannel channel, ObjectMapper json) {
        this.engine = engine;
        this.channel = channel;
        this.json = json;
        this.methods = new SessionMethods(json);
    }

    /// Connects to an engine.
    ///
    /// @param threads for the one thread that reads
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
        var session = new SocketSession(engine, new FrameChannel(socket, json), json);
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
            Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws IOException {
        return switch (method.getName()) {
            case "close" -> close();
            case "subscribe" -> subscribe(arguments);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "session with engine " + engine.pid();
            default -> call(method, arguments);
        };
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
            throws IOException {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        try {
            if (closed) throw gone();
            channel.send(new SessionFrame.Call(id, method.getName(), methods.arguments(arguments)));
            return methods.result(method, answer.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof SessionException refused ? refused : gone();
        } finally {
            waiting.remove(id);
        }
    }

    private SessionException gone() {
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

    private void end() {
        boolean asked = closed;
        closed = true;
        waiting.values().forEach(future -> future.completeExceptionally(gone()));
        if (!asked) tell(new EngineEvent.EngineStopping());
    }

    /// The engine says that it stops, and then its connection ends: one event for both.
    private void tell(EngineEvent event) {
        if (event instanceof EngineEvent.EngineStopping) {
            if (stopTold) return;
            stopTold = true;
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    @SuppressWarnings("unchecked") // The interface says so; a proxy gets its arguments untyped.
    private ProjectSession.Subscription subscribe(@Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments[0] == null)
            throw new IllegalArgumentException("no listener");
        var listener = (Consumer<EngineEvent>) arguments[0];
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private @Nullable Object close() {
        closed = true;
        channel.close();
        return null;
    }
}
