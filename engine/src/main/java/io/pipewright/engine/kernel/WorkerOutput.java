package io.pipewright.engine.kernel;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Both output streams of a worker, and whose prints they carry now.
final class WorkerOutput {

    private final AtomicReference<@Nullable BlockPrints> target = new AtomicReference<>();
    private final OutputPump out;
    private final OutputPump err;

    private WorkerOutput(Process process, String token) {
        out = new OutputPump(process.getInputStream(), token, target);
        err = new OutputPump(process.getErrorStream(), token, target);
    }

    /// Starts reading, two threads until the streams end.
    static WorkerOutput of(Process process, String token, ThreadFactory pumps) {
        var output = new WorkerOutput(process, token);
        pumps.newThread(output.out).start();
        pumps.newThread(output.err).start();
        return output;
    }

    void begin(BlockPrints prints) {
        target.set(prints);
    }

    /// Waits for the end marks of `id` on both streams, then closes the prints.
    ///
    /// @param silence longest time without anything printed before a mark is given up
    /// @return whether both marks came
    boolean finish(long id, Duration silence) {
        boolean outEnded = out.awaitEnd(id, silence);
        boolean errEnded = err.awaitEnd(id, silence);
        BlockPrints prints = target.getAndSet(null);
        if (prints != null) prints.close();
        return outEnded && errEnded;
    }
}
