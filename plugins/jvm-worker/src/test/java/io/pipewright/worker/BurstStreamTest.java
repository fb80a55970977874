package io.pipewright.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BurstStreamTest {

    private static final int MANY = 100_000;
    private static final byte[] LINE = "a line of the block\n".getBytes(StandardCharsets.UTF_8);

    private final Chunks chunks = new Chunks();
    private final BurstStream stream = new BurstStream(chunks);

    /// What the file below gets, write by write.
    private static final class Chunks extends OutputStream {
        private final LinkedBlockingQueue<byte[]> written = new LinkedBlockingQueue<>();

        @Override
        public void write(int one) {
            throw new AssertionError("byte by byte is slow");
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            written.add(Arrays.copyOfRange(bytes, from, from + count));
        }

        long size() {
            return written.stream().mapToLong(chunk -> chunk.length).sum();
        }
    }

    private void print(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            stream.write(LINE, 0, LINE.length);
            stream.flush();
        }
    }

    @Test
    void writesALineAtOnce() throws IOException {
        print(1);

        assertEquals(LINE.length, chunks.size());
    }

    @Test
    void writesABurstInFewPieces() throws IOException {
        print(MANY);
        stream.drain();

        assertEquals((long) MANY * LINE.length, chunks.size());
        assertTrue(chunks.written.size() < MANY / 5, chunks.written.size() + " writes");
    }

    @Test
    void writesTheEndOfABurstWithoutBeingAsked() throws Exception {
        print(MANY);

        for (long left = (long) MANY * LINE.length; left > 0; ) {
            byte[] chunk = chunks.written.poll(20, TimeUnit.SECONDS);
            left -= chunk == null ? left : chunk.length;
            assertTrue(chunk != null, left + " bytes are missing");
        }
    }

    @Test
    void writesALineThatIsLongerThanItsBuffer() throws IOException {
        byte[] line = new byte[1_000_000];
        stream.write(LINE, 0, LINE.length);
        stream.write(line, 0, line.length);
        stream.drain();

        assertEquals(LINE.length + line.length, chunks.size());
    }
}
