package io.pipewright.engine.session;

import java.nio.file.Path;

/// Where the engine of a project listens; written by it to `engine.json` in the state folder, mode 0600.
///
/// @param pid of the engine's process
/// @param socket its local socket
/// @param version of Pipewright
public record EngineAddress(long pid, Path socket, String version) {

    /// The file in the state folder.
    public static final String FILE = "engine.json";
}
