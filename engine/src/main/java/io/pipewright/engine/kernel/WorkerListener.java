package io.pipewright.engine.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The local socket that workers connect to. Only who shows a token that is waited for stays connected, once.
///
/// Thread: any; one thread accepts, each new connection greets on its own.
final class WorkerListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerListener.class);
    private static final int GREETING_SECONDS = 30;
    // The kernel's limit for a socket's path is 104 bytes on macOS and 108 on Linux.
    private static final int LONGEST_SOCKET_PATH = 100;

    private final ServerSocketChannel server;
    private final String address;
    private final PoolThreads threads;
    private final Map<String, CompletableFuture<Greeted>> expected = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private WorkerListener(ServerSocketChannel server, String address, PoolThreads threads) {
        this.server = server;
        this.address = address;
        this.threads = threads;
    }

    /// @param folder private to the user; gets the socket where there are Unix domain sockets
    static WorkerListener open(Path folder, PoolThreads threads) {
        Path socket = folder.resolve("workers.sock").toAbsolutePath();
        try {
            WorkerListener listener =
                    fits(socket) ? onSocketFile(socket, threads) : onLoopback(threads);
            threads.inBackground(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen for workers in \"" + folder + "\": " + e.getMessage(), e);
        }
    }

    // CPython on Windows has no Unix domain sockets.
    private static boolean fits(Path socket) {
        return !OperatingSystem.isWindows()
                && socket.toString().getBytes(StandardCharsets.UTF_8).length < LONGEST_SOCKET_PATH;
    }

    private static WorkerListener onSocketFile(Path socket, PoolThreads threads)
            throws IOException {
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        return new WorkerListener(server, "unix:" + socket, threads);
    }

    private static WorkerListener onLoopback(PoolThreads threads) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.INET);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new WorkerListener(server, "tcp:127.0.0.1:" + port, threads);
    }

    /// As a worker's environment has it.
    String address() {
        return address;
    }

    /// A new token, and the worker that will show it. Cancel the future when nobody waits any more.
    Expected expect() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        var greeted = new CompletableFuture<Greeted>();
        expected.put(token, greeted);
        var _ = greeted.whenComplete((_, _) -> expected.remove(token));
        return new Expected(token, greeted);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                threads.inBackground(() -> greet(connection));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("A worker could not connect", e);
            }
        }
    }

    private void greet(SocketChannel connection) {
        var channel = new WorkerChannel(connection);
        Future<?> deadline =
                threads.timer().schedule(() -> close(channel), GREETING_SECONDS, TimeUnit.SECONDS);
        try {
            Message hello = channel.receive(WorkerChannel.GREETING_LIMIT);
            if (!deadline.cancel(false) || !admit(channel, hello)) {
                LOG.warn("Refused a connection that showed no valid worker token");
                close(channel);
            }
        } catch (IOException e) {
            LOG.warn("Refused a connection that did not greet: {}", e.getMessage());
            close(channel);
        }
    }

    private boolean admit(WorkerChannel channel, Message hello) {
        if (!hello.type().equals("hello")) return false;
        byte[] shown = hello.text("token").orElse("").getBytes(StandardCharsets.UTF_8);
        boolean admitted = false;
        for (var entry : expected.entrySet()) {
            // Compared in constant time: how long a refusal takes must not tell how much of a token
            // was right.
            if (MessageDigest.isEqual(shown, entry.getKey().getBytes(StandardCharsets.UTF_8))) {
                admitted |= entry.getValue().complete(new Greeted(channel, hello));
            }
        }
        return admitted;
    }

    private static void close(WorkerChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a connection failed", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            if (address.startsWith("unix:"))
                Files.deleteIfExists(Path.of(address.substring("unix:".length())));
        } catch (IOException e) {
            LOG.warn("Closing the workers' socket {} failed", address, e);
        }
    }

    /// A token that was given out, and whoever shows it.
    record Expected(String token, CompletableFuture<Greeted> greeted) {}

    /// A worker that has shown its token, with its `hello`.
    record Greeted(WorkerChannel channel, Message hello) {}
}
