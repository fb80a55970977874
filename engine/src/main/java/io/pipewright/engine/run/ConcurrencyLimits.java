package io.pipewright.engine.run;

import java.util.Optional;
import java.util.OptionalInt;

/// How many block runs may be queued or running at once.
///
/// @param project in the whole project, at least 1: `queue_config.concurrency`
/// @param run within one run, at least 1: `concurrency_config.block_run_limit`
public record ConcurrencyLimits(int project, OptionalInt run) {

    public ConcurrencyLimits {
        if (project < 1)
            throw new IllegalArgumentException("concurrency must be at least 1 but was " + project);
        if (run.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "block_run_limit must be at least 1 but was " + run.getAsInt());
        }
    }

    /// Why one more has to wait; empty if it may go.
    ///
    /// @param busyInProject block runs queued or running in the whole project
    /// @param busyInRun those of this run
    public Optional<WaitReason> whyWait(int busyInProject, int busyInRun) {
        if (run.isPresent() && busyInRun >= run.getAsInt()) {
            return Optional.of(new WaitReason.BlockRunLimit(run.getAsInt()));
        }
        return busyInProject >= project
                ? Optional.of(new WaitReason.ProjectLimit(project))
                : Optional.empty();
    }
}
