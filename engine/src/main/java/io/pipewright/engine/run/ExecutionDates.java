package io.pipewright.engine.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Execution dates for runs without a schedule: now, in whole microseconds, and never the same twice, so that two runs
/// never share a partition.
///
/// Thread: any.
public final class ExecutionDates {

    private final InstantSource clock;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    public ExecutionDates(InstantSource clock) {
        this.clock = clock;
    }

    public Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.updateAndGet(
                before -> now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS));
    }
}
