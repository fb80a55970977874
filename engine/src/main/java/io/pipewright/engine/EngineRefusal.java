package io.pipewright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a background engine that cannot start leaves the sentence that says why, for the window that started it.
///
/// @param file empty while there is nothing to say
record EngineRefusal(Path file) implements AutoCloseable {

    /// A new place, only for this user to read.
    static EngineRefusal create() throws IOException {
        return new EngineRefusal(Files.createTempFile("pipewright-engine", ".refusal"));
    }

    void write(String why) throws IOException {
        Files.writeString(file, why);
    }

    Optional<String> read() throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(Files.readString(file)).filter(why -> !why.isEmpty())
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
