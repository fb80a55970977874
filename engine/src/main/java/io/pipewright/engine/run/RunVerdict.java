package io.pipewright.engine.run;

import java.util.List;

/// What the block runs of a running pipeline run say about it.
public sealed interface RunVerdict {

    /// Blocks wait or run.
    record GoOn() implements RunVerdict {}

    /// It will fail: the unfinished block runs are stopped first.
    record Stop(String reason, List<BlockRun> unfinished) implements RunVerdict {
        public Stop {
            unfinished = List.copyOf(unfinished);
        }
    }

    record Complete() implements RunVerdict {}

    record Fail(String reason) implements RunVerdict {}

    record Cancel(String reason) implements RunVerdict {}
}
