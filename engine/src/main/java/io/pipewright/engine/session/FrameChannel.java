package io.pipewright.engine.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// Session frames on a connected socket: four bytes of length, big-endian, then JSON.
/// Thread: one may read while any number write.
final class FrameChannel implements AutoCloseable {

    private static final int LARGEST_FRAME = 256 * 1024 * 1024;

    private final SocketChannel socket;
    private final ObjectMapper json;
    private final DataInputStream in;
    private final DataOutputStream out;

    FrameChannel(SocketChannel socket, ObjectMapper json) {
        this.socket = socket;
        this.json = json;
        this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(socket)));
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(socket)));
    }

    void send(SessionFrame frame) throws IOException {
        byte[] bytes = json.writeValueAsBytes(frame);
        synchronized (out) {
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
    }

    /// The next frame; empty when the other side has closed.
    Optional<SessionFrame> receive() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (length < 0 || length > LARGEST_FRAME)
            throw new IOException("A frame of " + length + " bytes");
        return Optional.of(json.readValue(in.readNBytes(length), SessionFrame.class));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is all that was wanted; the other side sees the end either way.
            return;
        }
    }
}
