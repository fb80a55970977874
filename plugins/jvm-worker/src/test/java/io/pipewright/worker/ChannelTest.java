package io.pipewright.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private SocketChannel engine;
    private Channel worker;

    @BeforeEach
    void connect() throws IOException {
        try (var server =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            worker = Channel.connect("tcp:127.0.0.1:" + port);
            engine = server.accept();
        }
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
        engine.close();
    }

    @Test
    void carriesMessagesBothWays() throws Exception {
        var other = new Channel(engine);

        worker.write(Json.object().put("type", "hello").put("text", "grüße"));
        other.write(Json.object().put("type", "stop"));

        assertEquals(Json.parse("{\"type\": \"hello\", \"text\": \"grüße\"}"), other.read());
        assertEquals(Json.parse("{\"type\": \"stop\"}"), worker.read());
    }

    @Test
    void readsAFrameThatArrivesInPieces() throws Exception {
        byte[] json = Json.bytes(Json.object().put("a", 1));
        engine.write(ByteBuffer.allocate(4).putInt(json.length).flip());
        for (byte piece : json) engine.write(ByteBuffer.wrap(new byte[] {piece}));

        assertEquals(Json.parse("{\"a\": 1}"), worker.read());
    }

    @Test
    void refusesAFrameLongerThanTheLimit() throws Exception {
        engine.write(ByteBuffer.allocate(4).putInt(Channel.LONGEST_FRAME + 1).flip());

        assertThrows(IOException.class, () -> worker.read());
    }

    @Test
    void tellsThatTheOtherSideIsGone() throws Exception {
        engine.close();

        assertThrows(EOFException.class, () -> worker.read());
    }

    @Test
    void refusesAnAddressOfAnotherKind() {
        assertThrows(IllegalArgumentException.class, () -> Channel.connect("http://localhost"));
    }
}
