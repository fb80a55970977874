package io.pipewright.engine.kernel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// A live worker as the pool sees it. Guarded by the pool's lock.
final class PooledWorker {

    private final WorkerProcess process;
    private final Set<Path> files = new HashSet<>();
    private Use use;
    private int uses;

    PooledWorker(WorkerProcess process, Instant now) {
        this.process = process;
        this.use = new Use.Idle(now);
    }

    /// What it does now.
    sealed interface Use {

        record Idle(Instant since) implements Use {}

        record Busy(Claim claim) implements Use {}

        /// Being ended; it holds its files until it is gone.
        record Ending() implements Use {}
    }

    WorkerProcess process() {
        return process;
    }

    WorkerLaunch launch() {
        return process.launch();
    }

    Use use() {
        return use;
    }

    boolean isIdle() {
        return use instanceof Use.Idle;
    }

    /// Of an idle worker; other uses count as the latest.
    Instant idleSince() {
        return use instanceof Use.Idle(Instant since) ? since : Instant.MAX;
    }

    /// Who uses it, for a person: `block "load"`.
    String usedBy() {
        return switch (use) {
            case Use.Idle _ -> "nobody";
            case Use.Busy(Claim claim) -> claim.what();
            case Use.Ending _ -> "a worker that is being ended";
        };
    }

    void take(Claim claim) {
        use = new Use.Busy(claim);
        uses++;
        files.addAll(claim.files());
    }

    void giveBack(Instant now) {
        use = new Use.Idle(now);
    }

    void end() {
        use = new Use.Ending();
    }

    /// How many requests it was given.
    int uses() {
        return uses;
    }

    /// Database files that it may hold open.
    Set<Path> files() {
        return files;
    }
}
