package io.pipewright.engine.execution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;

/// What time it is, what happens after a while, and on which threads.
///
/// @param threads one per block that runs: virtual threads that nobody interrupts
public record RunTime(InstantSource clock, Later later, ThreadFactory threads) {

    /// Runs something short once, after a pause, on a thread of its own choice.
    @FunctionalInterface
    public interface Later {
        void after(Duration pause, Runnable action);
    }
}
