package io.pipewright.engine.store;

import java.time.Duration;

/// How long the writer waits for company before it commits.
///
/// Each commit appends a chunk to H2's file, and the file does not shrink while it is open: about 0.8 MB for each commit per second
/// that goes on. So a burst goes through at once, and what goes on above 50 commits per second is gathered into fewer.
/// Thread: the writer's alone.
final class CommitPace {

    private static final double SUSTAINED_PER_SECOND = 50;
    private static final double BURST = 1_000;
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final Duration LONG = Duration.ofMillis(5);

    private double credit = BURST;
    private long lastNanos;

    CommitPace(long nowNanos) {
        lastNanos = nowNanos;
    }

    /// Counts one commit and tells how long it should wait for more.
    Duration linger(long nowNanos) {
        double seconds = (nowNanos - lastNanos) / 1e9;
        lastNanos = nowNanos;
        credit = Math.clamp(credit + seconds * SUSTAINED_PER_SECOND - 1, 0, BURST);
        if (credit >= BURST / 2) return Duration.ZERO;
        return credit > 0 ? SHORT : LONG;
    }
}
