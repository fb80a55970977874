package io.pipewright.kernel.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The lines of one stream of a worker, cut where a block ends.
final class PrintedLines {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final String token;

    PrintedLines(InputStream stream, String token) {
        this.token = token;
        Thread.ofVirtual().start(() -> read(stream));
    }

    private void read(InputStream stream) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add("broken: " + e);
        }
    }

    /// All lines up to the end mark of that request.
    List<String> untilMark(int id) {
        String mark = "\u001e" + token + ":" + id + "\u001e";
        List<String> before = new ArrayList<>();
        while (true) {
            String line = next();
            if (line.endsWith(mark)) {
                // A block may leave its last line open.
                String rest = line.substring(0, line.length() - mark.length());
                if (!rest.isEmpty()) before.add(rest);
                return before;
            }
            before.add(line);
        }
    }

    void await(String wanted) {
        String line = next();
        while (!line.equals(wanted)) line = next();
    }

    private String next() {
        try {
            String line = lines.poll(20, TimeUnit.SECONDS);
            if (line == null) throw new AssertionError("the worker printed nothing for 20 s");
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
