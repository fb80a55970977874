package io.pipewright.engine;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.project.SafeFile;
import io.pipewright.engine.session.EngineAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The file in the state folder that says where the project's engine listens, mode 0600.
final class EngineAddressFile {

    private static final String VERSION = "0.1.0";

    private EngineAddressFile() {}

    static void write(Path stateFolder, Path socket) throws IOException {
        var address = new EngineAddress(ProcessHandle.current().pid(), socket, VERSION);
        SafeFile.writePrivate(
                stateFolder.resolve(EngineAddress.FILE),
                EngineJson.write(address).getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty if no engine has written one; what it says may be out of date
    static Optional<EngineAddress> read(Path stateFolder) throws IOException {
        try {
            String text = Files.readString(stateFolder.resolve(EngineAddress.FILE));
            return Optional.of(EngineJson.read(text, EngineAddress.class));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void remove(Path stateFolder) throws IOException {
        Files.deleteIfExists(stateFolder.resolve(EngineAddress.FILE));
    }
}
