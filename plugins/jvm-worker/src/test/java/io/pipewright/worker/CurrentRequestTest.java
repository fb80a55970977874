package io.pipewright.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class CurrentRequestTest {

    private final CurrentRequest current = new CurrentRequest();
    private final CountingKernel kernel = new CountingKernel();

    @Test
    void tellsTheKernelAgainUntilTheRequestEnds() throws Exception {
        current.start(7);

        current.interrupt(7, kernel);
        kernel.interrupts.acquire(2);
        current.finish();

        int after = kernel.interrupts.drainPermits();
        assertTrue(current.start(8));
        assertEquals(
                0,
                kernel.interrupts.drainPermits(),
                "the next request is left alone, after " + after);
    }

    @Test
    void remembersAnInterruptThatComesBeforeTheRequest() {
        current.interrupt(7, kernel);

        assertFalse(current.start(7));
    }

    @Test
    void forgetsAnInterruptForARequestThatHasEnded() {
        current.start(7);
        current.finish();

        current.interrupt(7, kernel);

        assertEquals(0, kernel.interrupts.availablePermits());
        assertTrue(current.start(8));
    }

    private static final class CountingKernel implements WorkerKernel {

        private final Semaphore interrupts = new Semaphore(0);

        @Override
        public RunResult run(RunRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void interrupt() {
            interrupts.release();
        }

        @Override
        public void close() {}
    }
}
