package io.pipewright.engine.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The frames of `docs/worker-protocol.md` on one connection.
///
/// Thread: any may send; one at a time receives, blocking. Interrupting either closes the connection.
final class WorkerChannel implements Closeable {

    /// What a connection may send before it has shown its token.
    static final int GREETING_LIMIT = 64 * 1024;

    private static final int FRAME_LIMIT = 64 * 1024 * 1024;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength(FRAME_LIMIT)
                                            .build())
                            .build());
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};

    private final SocketChannel connection;

    WorkerChannel(SocketChannel connection) {
        this.connection = connection;
    }

    /// @throws ProtocolException if the message cannot be sent as a frame; nothing was sent
    void send(Map<String, ? extends @Nullable Object> message) throws IOException {
        byte[] body = written(message);
        if (body.length > FRAME_LIMIT)
            throw new ProtocolException("a message of " + body.length + " bytes is too long");
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + body.length);
        frame.putInt(body.length).put(body).flip();
        synchronized (this) {
            while (frame.hasRemaining()) connection.write(frame);
        }
    }

    private static byte[] written(Map<String, ? extends @Nullable Object> message)
            throws ProtocolException {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new ProtocolException(
                    "a message cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    /// @throws EOFException if the other side has closed
    Message receive() throws IOException {
        return receive(FRAME_LIMIT);
    }

    Message receive(int limit) throws IOException {
        int length = read(Integer.BYTES).getInt();
        if (length < 2 || length > limit)
            throw new ProtocolException("a frame of " + length + " bytes");
        byte[] body = read(length).array();
        try {
            return new Message(JSON.readValue(body, OBJECT));
        } catch (JsonProcessingException e) {
            throw new ProtocolException(
                    "a frame that is no JSON object: " + e.getOriginalMessage());
        }
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (connection.read(bytes) < 0) throw new EOFException("the connection was closed");
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
