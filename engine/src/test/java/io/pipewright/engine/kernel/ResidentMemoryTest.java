package io.pipewright.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void seesWhatThisProcessHolds() {
        long bytes = ResidentMemory.upperBound(List.of(ProcessHandle.current()));

        assertTrue(bytes > 10L << 20, Bytes.text(bytes));
    }

    @Test
    void agreesWithPs() {
        var self = List.of(ProcessHandle.current());
        double ratio = (double) ResidentMemory.reportedByPs(self) / ResidentMemory.upperBound(self);

        assertEquals(1, ratio, 0.3);
    }

    @Test
    void countsSharedPagesOnce() {
        var self = List.of(ProcessHandle.current());

        assertTrue(ResidentMemory.exact(self) <= ResidentMemory.upperBound(self) * 1.1);
    }

    @Test
    void countsNothingForAProcessThatEnded() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertEquals(0, ResidentMemory.upperBound(List.of(ended.toHandle())));
    }
}
