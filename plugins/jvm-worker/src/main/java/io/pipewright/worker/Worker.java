package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;

/// A worker process: connects to the engine, runs one request at a time and ends with the channel.
///
/// Thread: requests run on the thread that called [#serve], the main thread; one daemon thread reads the channel, so that
/// `interrupt` and a closed channel are seen while a block runs.
public final class Worker {

    private static final String SOCKET = "PIPEWRIGHT_SOCKET";
    private static final String TOKEN = "PIPEWRIGHT_TOKEN";

    /// Makes the kernel of this worker; runs once the channel is open.
    @FunctionalInterface
    public interface Factory {
        WorkerKernel start() throws Exception;
    }

    private final Channel channel;
    private final WorkerKernel kernel;
    private final Outputs outputs;
    private final LinkedBlockingDeque<JsonNode> requests = new LinkedBlockingDeque<>();
    private final CurrentRequest current = new CurrentRequest();

    private Worker(Channel channel, WorkerKernel kernel, Outputs outputs) {
        this.channel = channel;
        this.kernel = kernel;
        this.outputs = outputs;
    }

    /// Serves the engine named in the environment until it says `stop` or goes away. Does not return before that.
    ///
    /// @throws Exception if the kernel cannot start or the channel cannot be opened
    public static void serve(WorkerIdentity identity, Factory factory) throws Exception {
        serve(environment(SOCKET), environment(TOKEN), identity, factory);
    }

    static void serve(String address, String token, WorkerIdentity identity, Factory factory)
            throws Exception {
        Outputs outputs = Outputs.open(token);
        try (var channel = Channel.connect(address);
                WorkerKernel kernel = factory.start()) {
            channel.write(identity.hello(token));
            var worker = new Worker(channel, kernel, outputs);
            Thread.ofPlatform().daemon().name("worker-channel").start(worker::readChannel);
            worker.runRequests();
        } finally {
            outputs.drain();
        }
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        name
                                                + " is not set: a worker is started by the engine, not by hand"));
    }

    private void readChannel() {
        try {
            JsonNode message;
            do {
                message = channel.read();
                receive(message);
            } while (!isStop(message));
        } catch (IOException e) {
            ProcessTree.end();
        }
    }

    private static boolean isStop(JsonNode message) {
        return message.path("type").asText().equals("stop");
    }

    private void receive(JsonNode message) {
        switch (message.path("type").asText()) {
            case "interrupt" -> current.interrupt(message.path("id").asLong(), kernel);
            case "stop" -> {
                current.interruptAny(kernel);
                requests.addFirst(message);
            }
            default -> requests.addLast(message);
        }
    }

    private void runRequests() throws Exception {
        while (true) {
            JsonNode message = requests.takeFirst();
            switch (message.path("type").asText()) {
                case "stop" -> {
                    return;
                }
                case "run" -> run(new RunRequest(message));
                case "ask" -> answer(message);
                default -> throw new IOException("unknown message from the engine: " + message);
            }
        }
    }

    private void run(RunRequest request) throws IOException {
        RunResult result = result(request);
        outputs.markEnd(request.id());
        channel.write(result.toJson(request.id()));
    }

    @SuppressWarnings(
            "CatchAllErrorProne") // the block worker's loop: whatever a block throws fails that
    // block only
    private RunResult result(RunRequest request) {
        if (!current.start(request.id())) return RunResult.failed(BlockError.interrupted());
        try {
            return kernel.run(request);
        } catch (Throwable t) {
            return RunResult.failed(BlockError.unexpected(t));
        } finally {
            current.finish();
        }
    }

    private void answer(JsonNode question) throws IOException {
        long id = question.path("id").asLong();
        ObjectNode answer = Json.object().put("type", "answer").put("id", id);
        current.start(id);
        try {
            answer.setAll(kernel.answer(question));
        } catch (Exception e) {
            answer.putObject("error")
                    .put("type", e.getClass().getSimpleName())
                    .put("message", String.valueOf(e.getMessage()));
        } finally {
            current.finish();
        }
        channel.write(answer);
    }
}
