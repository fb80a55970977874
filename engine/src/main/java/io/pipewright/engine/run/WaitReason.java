package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Why a block run does not run yet.
public sealed interface WaitReason {

    /// @param upstreams not completed yet, in the block's order
    record Upstreams(List<BlockId> upstreams) implements WaitReason {
        public Upstreams {
            upstreams = List.copyOf(upstreams);
        }
    }

    /// @param attempt the one that comes
    /// @param attempts most attempts
    record Retry(Instant until, int attempt, int attempts) implements WaitReason {}

    /// Has a place; its worker starts or the memory for it is not free yet.
    record Worker() implements WaitReason {}

    /// For people, without a full stop.
    default String sentence() {
        return switch (this) {
            case Upstreams(var upstreams) ->
                    "waits for "
                            + upstreams.stream()
                                    .map(upstream -> "\"" + upstream + "\"")
                                    .collect(Collectors.joining(", "));
            case Retry(var until, int attempt, int attempts) ->
                    "waits until " + until + " for attempt " + attempt + " of " + attempts;
            case Worker _ -> "waits for a worker";
        };
    }
}
