package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/// A training run, from which the JVM makes the AOT cache of a kind of worker: the worker as it always is, with a small
/// engine in the same process.
public final class Training {

    private Training() {}

    /// Lets a worker answer messages, in order, and end.
    public static void run(
            WorkerIdentity identity, Worker.Factory factory, List<ObjectNode> messages)
            throws Exception {
        try (var server =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            Thread.ofPlatform()
                    .daemon()
                    .name("training-engine")
                    .start(() -> lead(server, messages));
            Worker.serve("tcp:127.0.0.1:" + port, "training", identity, factory);
        }
    }

    private static void lead(ServerSocketChannel server, List<ObjectNode> messages) {
        try {
            // Not closed: a worker ends at once, without a cache, when its engine goes away.
            var channel = new Channel(server.accept());
            channel.read();
            for (ObjectNode message : messages) {
                channel.write(message);
                refuseFailure(channel.read());
            }
            channel.write(Json.object().put("type", "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseFailure(JsonNode answer) throws IOException {
        if (answer.hasNonNull("error")) throw new IOException("the training failed: " + answer);
    }
}
