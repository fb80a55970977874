package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// One end of the connection between engine and worker: frames of four bytes length and one JSON object.
/// Thread: one reader and any number of writers at the same time.
public final class Channel implements Closeable {

    /// Bytes; a longer frame is a broken peer.
    static final int LONGEST_FRAME = 64 << 20;

    private final SocketChannel socket;

    public Channel(SocketChannel socket) {
        this.socket = socket;
    }

    /// Connects to an address as `PIPEWRIGHT_SOCKET` spells it: `unix:<path>` or `tcp:127.0.0.1:<port>`.
    public static Channel connect(String address) throws IOException {
        return new Channel(SocketChannel.open(parse(address)));
    }

    private static SocketAddress parse(String address) {
        if (address.startsWith("unix:"))
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        int colon = address.lastIndexOf(':');
        if (!address.startsWith("tcp:") || colon < "tcp:".length())
            throw new IllegalArgumentException(
                    "\"" + address + "\" is neither unix:<path> nor tcp:<host>:<port>");
        return new InetSocketAddress(
                address.substring("tcp:".length(), colon),
                Integer.parseInt(address.substring(colon + 1)));
    }

    /// Waits for the next message.
    ///
    /// @throws EOFException if the other side closed the channel
    public JsonNode read() throws IOException {
        int length = fill(ByteBuffer.allocate(Integer.BYTES)).getInt();
        if (length < 0 || length > LONGEST_FRAME)
            throw new IOException(
                    "a frame of " + length + " bytes is longer than " + LONGEST_FRAME);
        return Json.parse(fill(ByteBuffer.allocate(length)).array());
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (socket.read(buffer) < 0) throw new EOFException("the channel was closed");
        }
        return buffer.flip();
    }

    public synchronized void write(JsonNode message) throws IOException {
        byte[] bytes = Json.bytes(message);
        if (bytes.length > LONGEST_FRAME)
            throw new IOException(
                    "a message of " + bytes.length + " bytes is longer than " + LONGEST_FRAME);
        ByteBuffer frame =
                ByteBuffer.allocate(Integer.BYTES + bytes.length)
                        .putInt(bytes.length)
                        .put(bytes)
                        .flip();
        while (frame.hasRemaining()) socket.write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
