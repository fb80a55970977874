package io.pipewright.kernel.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.plugin.WorkerCommand;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real worker process, and the engine's end of its channel as small as it can be.
/// Thread: one at a time.
final class TestWorker implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final SocketChannel channel;
    private final DataInputStream incoming;
    private final PrintedLines stdout;
    private final PrintedLines stderr;
    private final JsonNode hello;
    private final Path project;
    private final Path outputs;
    private int lastId;

    /// @param folder gets the project, the outputs and whatever else the worker needs
    /// @param pythonOptions for the interpreter itself; `-S` leaves out installed packages such as pandas
    TestWorker(Path folder, String... pythonOptions) throws IOException {
        project = Files.createDirectories(folder.resolve("my_project"));
        outputs = Files.createDirectories(folder.resolve("outputs"));
        Path socket = folder.resolve("socket");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            process = start(folder, socket, pythonOptions);
            stdout = new PrintedLines(process.getInputStream(), "token");
            stderr = new PrintedLines(process.getErrorStream(), "token");
            // A worker that cannot start must not leave the test waiting.
            var _ = process.onExit().thenRun(() -> close(server));
            channel = server.accept();
        }
        incoming = new DataInputStream(Channels.newInputStream(channel));
        hello = receive();
    }

    private Process start(Path folder, Path socket, String... pythonOptions) throws IOException {
        WorkerCommand command = TestPython.workerCommand(project, pythonOptions);
        var builder = new ProcessBuilder(command.command());
        builder.directory(Files.createDirectories(folder.resolve("tmp")).toFile());
        builder.environment().putAll(command.environment());
        builder.environment().put("PIPEWRIGHT_SOCKET", "unix:" + socket);
        builder.environment().put("PIPEWRIGHT_TOKEN", "token");
        builder.environment().put("PIPEWRIGHT_VARIABLES", folder.resolve("variables").toString());
        builder.redirectInput(ProcessBuilder.Redirect.from(TestPython.nothing()));
        return builder.start();
    }

    JsonNode hello() {
        return hello;
    }

    Path project() {
        return project;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /// Runs a block and waits for its result and for all it printed.
    TestResult run(TestBlock block) {
        Path folder = send(block);
        JsonNode result = receive();
        return new TestResult(result, folder, stdout.untilMark(lastId), stderr.untilMark(lastId));
    }

    /// Starts a block without waiting; the folder of its outputs.
    Path send(TestBlock block) {
        try {
            Path folder = Files.createDirectory(outputs.resolve("run_" + ++lastId));
            send(block.request(lastId, project, folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the block prints that line.
    void awaitPrinted(String line) {
        stdout.await(line);
    }

    void interrupt() {
        ObjectNode message = JSON.createObjectNode();
        message.put("type", "interrupt").put("id", lastId);
        send(message);
    }

    void stop() {
        send(JSON.createObjectNode().put("type", "stop"));
    }

    void send(JsonNode message) {
        try {
            byte[] body = JSON.writeValueAsBytes(message);
            ByteBuffer frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body);
            frame.flip();
            while (frame.hasRemaining()) channel.write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode receive() {
        try {
            byte[] body = incoming.readNBytes(incoming.readInt());
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the worker closes the channel without another message.
    boolean closesTheChannel() {
        try {
            incoming.readInt();
            return false;
        } catch (EOFException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void closeChannel() {
        close(channel);
    }

    int awaitExit() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        closeChannel();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
