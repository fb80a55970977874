package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerListenerTest {

    @TempDir Path folder;

    private final PoolThreads threads = PoolFixture.threads();

    @AfterEach
    void close() {
        threads.timer().shutdownNow();
    }

    @Test
    void admitsWhoShowsTheToken() throws Exception {
        try (var listener = WorkerListener.open(folder, threads)) {
            WorkerListener.Expected expected = listener.expect();
            greet(listener, expected.token());

            Message hello = expected.greeted().get(10, TimeUnit.SECONDS).hello();
            assertEquals("test", hello.requiredText("kernel"));
        }
    }

    @Test
    void hangsUpOnAWrongToken() throws IOException {
        try (var listener = WorkerListener.open(folder, threads)) {
            WorkerListener.Expected expected = listener.expect();
            WorkerChannel stranger = greet(listener, expected.token().replace('a', 'b') + "0");

            assertThrows(IOException.class, stranger::receive);
            assertFalse(expected.greeted().isDone());
        }
    }

    @Test
    void takesATokenOnce() throws Exception {
        try (var listener = WorkerListener.open(folder, threads)) {
            WorkerListener.Expected expected = listener.expect();
            greet(listener, expected.token());
            expected.greeted().get(10, TimeUnit.SECONDS);
            WorkerChannel second = greet(listener, expected.token());

            assertThrows(IOException.class, second::receive);
        }
    }

    @Test
    void hangsUpOnAnEndlessGreeting() throws IOException {
        try (var listener = WorkerListener.open(folder, threads)) {
            WorkerChannel stranger = greet(listener, "x".repeat(WorkerChannel.GREETING_LIMIT));

            assertThrows(IOException.class, stranger::receive);
        }
    }

    @Test
    void letsNobodyElseOpenTheSocket() throws IOException {
        try (var _ = WorkerListener.open(folder, threads)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("workers.sock"))));
        }
    }

    @Test
    void listensOnLoopbackWhenThePathIsTooLong() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(120)));
        try (var listener = WorkerListener.open(deep, threads)) {
            assertTrue(listener.address().startsWith("tcp:127.0.0.1:"), listener.address());
            WorkerListener.Expected expected = listener.expect();
            greet(listener, expected.token());

            assertEquals("hello", expected.greeted().get(10, TimeUnit.SECONDS).hello().type());
        }
    }

    private static WorkerChannel greet(WorkerListener listener, String token) throws IOException {
        var channel = new WorkerChannel(SocketChannel.open(address(listener.address())));
        channel.send(Map.of("type", "hello", "token", token, "kernel", "test"));
        return channel;
    }

    private static SocketAddress address(String text) throws IOException {
        if (text.startsWith("unix:"))
            return UnixDomainSocketAddress.of(text.substring("unix:".length()));
        int port = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }
}
