package io.pipewright.engine.kernel;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A worker for tests. A block's source is a list of commands, one on each line, see `obey`.
final class ScriptedWorker {

    private final WorkerChannel channel;
    private final String token;
    private final BlockingQueue<Message> requests = new LinkedBlockingQueue<>();
    private final Thread main = Thread.currentThread();
    private volatile boolean hangingUp;
    private final List<Object> hoard = new ArrayList<>();

    private ScriptedWorker(WorkerChannel channel, String token) {
        this.channel = channel;
        this.token = token;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String socket = System.getenv("PIPEWRIGHT_SOCKET").substring("unix:".length());
        String token = System.getenv("PIPEWRIGHT_TOKEN");
        var channel = new WorkerChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        channel.send(
                Map.of(
                        "type",
                        "hello",
                        "token",
                        token,
                        "kernel",
                        "scripted",
                        "runtime",
                        "Script 1"));
        new ScriptedWorker(channel, token).serve();
    }

    private void serve() throws IOException, InterruptedException {
        var reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
        while (true) {
            Message request = requests.take();
            if (request.type().equals("stop")) Runtime.getRuntime().halt(0);
            channel.send(request.type().equals("ask") ? answer(request) : result(request));
        }
    }

    private void read() {
        try {
            while (true) {
                Message message = channel.receive();
                if (message.type().equals("interrupt")) main.interrupt();
                else requests.add(message);
            }
        } catch (IOException _) {
            if (!hangingUp) Runtime.getRuntime().halt(0);
        }
    }

    private static Map<String, @Nullable Object> answer(Message request) {
        return Map.of("type", "answer", "id", request.whole("id").orElseThrow(), "row_count", 7);
    }

    private Map<String, @Nullable Object> result(Message request) throws IOException {
        long id = request.whole("id").orElseThrow();
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("type", "result");
        result.put("id", id);
        try {
            var outputs = new ArrayList<Object>();
            String source = request.message("block").orElseThrow().requiredText("source");
            for (String command : source.lines().toList()) obey(command, request, outputs);
            result.put("status", "completed");
            result.put("outputs", outputs);
        } catch (InterruptedException _) {
            result.put("status", "failed");
            result.put("error", Map.of("type", "Interrupted", "message", "interrupted"));
        } catch (IllegalStateException e) {
            result.put("status", "failed");
            result.put(
                    "error", Map.of("type", "Broken", "message", "" + e.getMessage(), "line", 3));
        }
        byte[] mark =
                ("\u001e" + token + ":" + id + "\u001e\n").getBytes(StandardCharsets.US_ASCII);
        System.out.write(mark);
        System.out.flush();
        System.err.write(mark);
        System.err.flush();
        return result;
    }

    private void obey(String command, Message request, List<Object> outputs)
            throws IOException, InterruptedException {
        String[] words = command.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "print" -> System.out.println(rest);
            case "unfinished" -> System.out.print(rest);
            case "error" -> System.err.println(rest);
            case "pid" -> System.out.println(ProcessHandle.current().pid());
            case "variable" -> System.out.println(System.getenv(rest));
            case "flood" -> flood(Long.parseLong(rest));
            case "fail" -> throw new IllegalStateException(rest);
            case "output" ->
                    outputs.add(output(rest, Path.of(request.requiredText("output_folder"))));
            case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(rest));
            case "kill" -> shell("kill -9 " + ProcessHandle.current().pid());
            case "wait" -> new CountDownLatch(1).await();
            case "loop" -> loopWhateverIsAsked();
            case "hoard" -> hoard(Integer.parseInt(rest));
            case "shell" -> shell(rest);
            case "await" -> awaitFile(Path.of(rest));
            case "hangup" -> hangUp();
            default -> throw new IllegalStateException("unknown command " + command);
        }
    }

    private static Map<String, Object> output(String name, Path outputs) throws IOException {
        Path folder = Files.createDirectories(outputs.resolve(name));
        Files.writeString(folder.resolve("data.json"), "[1, 2]");
        Files.writeString(folder.resolve("type.json"), "{\"type\": \"iterable\"}");
        return Map.of("name", name, "kind", "iterable");
    }

    private static void flood(long megabytes) {
        byte[] line = ("x".repeat(99) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer chunk = ByteBuffer.allocate(line.length * 1000);
        while (chunk.hasRemaining()) chunk.put(line);
        for (long written = 0; written < megabytes << 20; written += chunk.capacity()) {
            System.out.write(chunk.array(), 0, chunk.capacity());
        }
        System.out.println("the last line");
    }

    private static void loopWhateverIsAsked() {
        Runtime.getRuntime().addShutdownHook(new Thread(ScriptedWorker::spin));
        spin();
    }

    private static void spin() {
        long turns = 0;
        while (turns >= 0) turns = (turns + 1) & Long.MAX_VALUE;
    }

    private void hoard(int megabytes) throws InterruptedException {
        for (int i = 0; i < megabytes; i++) {
            ByteBuffer piece = ByteBuffer.allocateDirect(1 << 20);
            for (int page = 0; page < piece.capacity(); page += 4096) piece.put(page, (byte) 1);
            hoard.add(piece);
        }
        new CountDownLatch(1).await();
    }

    private static void shell(String command) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    }

    private void hangUp() throws IOException {
        hangingUp = true;
        channel.close();
    }

    private static void awaitFile(Path file) throws IOException, InterruptedException {
        Path folder = file.resolveSibling(".").normalize();
        try (var watch = file.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            if (!Files.exists(file)) watch.take();
        }
    }
}
