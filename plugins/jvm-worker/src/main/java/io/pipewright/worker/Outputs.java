package io.pipewright.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Both outputs of this process, which belong to the blocks; the worker only marks where one ends.
final class Outputs {

    private final String token;
    private final List<BurstStream> files;

    private Outputs(String token, List<BurstStream> files) {
        this.token = token;
        this.files = files;
    }

    /// Puts them where `System.out` and `System.err` are.
    static Outputs open(String token) {
        var out = new BurstStream(new FileOutputStream(FileDescriptor.out));
        var err = new BurstStream(new FileOutputStream(FileDescriptor.err));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outputs(token, List.of(out, err));
    }

    /// Tells the engine that every line before it belongs to the block: written to both right before the result.
    void markEnd(long id) throws IOException {
        byte[] mark = ("\u001e" + token + ":" + id + "\u001e\n").getBytes(StandardCharsets.UTF_8);
        System.out.flush();
        System.err.flush();
        for (BurstStream file : files) {
            file.write(mark, 0, mark.length);
            file.drain();
        }
    }

    /// Writes out what waits.
    void drain() throws IOException {
        for (BurstStream file : files) file.drain();
    }
}
