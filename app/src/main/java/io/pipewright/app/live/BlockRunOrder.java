package io.pipewright.app.live;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;

/// Which of two facts about the same block is the later one. Events and answers may overtake each other.
final class BlockRunOrder {

    private BlockRunOrder() {}

    static boolean isLater(BlockRun candidate, BlockRun known) {
        long runs = Long.compare(candidate.key().run().value(), known.key().run().value());
        if (runs != 0) return runs > 0;
        int attempts = Integer.compare(candidate.key().attempt(), known.key().attempt());
        if (attempts != 0) return attempts > 0;
        return rank(candidate.state()) > rank(known.state());
    }

    private static int rank(BlockRunState state) {
        return switch (state) {
            case BlockRunState.Initial _ -> 0;
            case BlockRunState.Queued _ -> 1;
            case BlockRunState.Running _ -> 2;
            case BlockRunState.Completed _,
                    BlockRunState.Failed _,
                    BlockRunState.Cancelled _,
                    BlockRunState.UpstreamFailed _,
                    BlockRunState.ConditionFailed _ ->
                    3;
        };
    }
}
