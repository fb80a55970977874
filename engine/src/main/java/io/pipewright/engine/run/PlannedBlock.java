package io.pipewright.engine.run;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One block of a run, with all that may change on disk while it runs.
///
/// @param upstream blocks of the same run that end first; the inputs are those of `block`
/// @param source its text; empty if it has no file or the file is missing
public record PlannedBlock(
        Block block, List<BlockId> upstream, Optional<String> source, RetryPolicy retry) {

    public PlannedBlock {
        upstream = List.copyOf(upstream);
    }

    public BlockId id() {
        return block.id();
    }

    /// Its first attempt, or a later one.
    public BlockRun attempt(RunId run, int attempt) {
        var key = new BlockRunKey(run, block.blockRunUuid(), attempt);
        return new BlockRun(key, block.id(), new BlockRunState.Initial());
    }

    /// How long after this end its next attempt begins; empty if there is none.
    public Optional<Duration> pauseAfter(BlockRun ended) {
        boolean mayPass =
                ended.state() instanceof BlockRunState.Failed failed && failed.error().mayPass();
        return mayPass ? retry.pauseAfter(ended.key().attempt()) : Optional.empty();
    }
}
