package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the upstreams of a waiting block run say about it.
public sealed interface Readiness {

    /// Every upstream completed.
    record Ready() implements Readiness {}

    record Waits(WaitReason.Upstreams reason) implements Readiness {}

    /// It will not run: the event that ends it.
    record Never(BlockRunEvent event) implements Readiness {}

    /// Ask `PipelineRunRules.verdict` first: in a run that fails fast, a failed upstream stops the whole run.
    ///
    /// @param newest the newest attempt of each block of the run
    static Readiness of(PlannedBlock block, Map<BlockId, BlockRunState> newest, Instant now) {
        var waits = new ArrayList<BlockId>();
        Optional<BlockRunEvent> never = Optional.empty();
        for (BlockId upstream : block.upstream()) {
            switch (stateOf(upstream, newest)) {
                case BlockRunState.Completed _ -> {}
                case BlockRunState.Initial _, BlockRunState.Queued _, BlockRunState.Running _ ->
                        waits.add(upstream);
                case BlockRunState.ConditionFailed _ ->
                        never =
                                never.or(
                                        () -> Optional.of(new BlockRunEvent.ConditionRefused(now)));
                case BlockRunState.Failed _,
                        BlockRunState.UpstreamFailed _,
                        BlockRunState.Cancelled _ -> {
                    return new Never(new BlockRunEvent.UpstreamBroke(now, upstream));
                }
            }
        }
        if (never.isPresent()) return new Never(never.get());
        return waits.isEmpty()
                ? new Ready()
                : new Waits(new WaitReason.Upstreams(List.copyOf(waits)));
    }

    private static BlockRunState stateOf(BlockId upstream, Map<BlockId, BlockRunState> newest) {
        BlockRunState state = newest.get(upstream);
        if (state == null)
            throw new IllegalArgumentException("No block run of upstream \"" + upstream + "\"");
        return state;
    }
}
