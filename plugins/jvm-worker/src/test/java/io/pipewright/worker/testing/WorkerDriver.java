package io.pipewright.worker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.plugin.WorkerCommand;
import io.pipewright.worker.Channel;
import io.pipewright.worker.Json;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Starts one worker process and talks to it as the engine does.
public final class WorkerDriver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final String TOKEN = "token-of-the-test";

    private final Process process;
    private final Channel channel;
    private final JsonNode hello;
    private final Path output;
    private long lastId;

    private WorkerDriver(Process process, Channel channel, JsonNode hello, Path output) {
        this.process = process;
        this.channel = channel;
        this.hello = hello;
        this.output = output;
    }

    /// Starts a worker in a new folder below `folder` and waits for its hello.
    public static WorkerDriver start(WorkerCommand command, Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder, "worker");
        // A short path: a Unix socket's name has about a hundred bytes.
        Path socketFolder = Files.createTempDirectory("pw");
        Path socket = socketFolder.resolve("s");
        Path output = work.resolve("printed.txt");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var builder =
                    new ProcessBuilder(command.command())
                            .directory(work.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(command.environment());
            builder.environment().put("PIPEWRIGHT_SOCKET", "unix:" + socket);
            builder.environment().put("PIPEWRIGHT_TOKEN", TOKEN);
            Process process = builder.start();
            Thread.ofVirtual().start(() -> closeAfter(process, server));
            var channel = new Channel(server.accept());
            return new WorkerDriver(process, channel, channel.read(), output);
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socketFolder);
        }
    }

    // A worker that dies before it connects would leave accept waiting.
    private static void closeAfter(Process process, ServerSocketChannel server) {
        process.onExit().join();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode hello() {
        return hello;
    }

    /// Everything that the worker printed so far, both outputs.
    public String printed() throws IOException {
        return Files.readString(output);
    }

    /// Sends a `run` or `ask` with the next id and waits for what comes back.
    public JsonNode request(ObjectNode message) throws IOException {
        send(message);
        return receive();
    }

    /// Sends a `run` or `ask` with the next id.
    public long send(ObjectNode message) throws IOException {
        channel.write(message.put("id", ++lastId));
        return lastId;
    }

    public JsonNode receive() throws IOException {
        return channel.read();
    }

    public void interrupt(long id) throws IOException {
        channel.write(Json.object().put("type", "interrupt").put("id", id));
    }

    /// Closes the channel as a dying engine does, and waits for the worker's end.
    public void closeChannel() throws IOException {
        channel.close();
        awaitEnd();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Ends the worker in order.
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.write(Json.object().put("type", "stop"));
            awaitEnd();
        } finally {
            process.destroyForcibly();
        }
    }
}
