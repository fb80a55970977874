package io.pipewright.engine;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an engine listens for windows and command lines: a local socket that only this user can open.
final class EngineSocket {

    /// Unix domain addresses hold about 100 bytes on every system.
    private static final int LONGEST_PATH = 96;

    private EngineSocket() {}

    /// Binds in the state folder, or in a private temporary folder when that path is too long.
    static ServerSocketChannel bind(Path stateFolder) throws IOException {
        Path wanted = stateFolder.resolve("engine.socket");
        Path socket =
                wanted.toString().length() <= LONGEST_PATH
                        ? wanted
                        : Files.createTempDirectory("pipewright-").resolve("engine.socket");
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return server;
    }

    static Path path(ServerSocketChannel server) throws IOException {
        return ((UnixDomainSocketAddress) server.getLocalAddress()).getPath();
    }
}
