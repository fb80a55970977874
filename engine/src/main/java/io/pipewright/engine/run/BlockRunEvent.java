package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import java.time.Instant;

/// Something that happens to a block run and moves it, see `BlockRunRules`.
public sealed interface BlockRunEvent {

    Instant at();

    /// Its upstreams are done and it got a place.
    record Admitted(Instant at) implements BlockRunEvent {}

    /// A worker began with it.
    record Started(Instant at) implements BlockRunEvent {}

    /// Its outputs are in place.
    record Succeeded(Instant at, BlockOutcome outcome) implements BlockRunEvent {}

    /// Its code, its tests or its worker failed.
    ///
    /// @param outcome what a block that failed its tests had stored; empty for others
    record Broke(Instant at, BlockError error, BlockOutcome outcome) implements BlockRunEvent {}

    /// Somebody stopped it, or its run ended.
    record Stopped(Instant at, String reason) implements BlockRunEvent {}

    /// An upstream failed in a run that goes on.
    record UpstreamBroke(Instant at, BlockId upstream) implements BlockRunEvent {}

    /// Its condition, or the condition of an upstream, said no.
    record ConditionRefused(Instant at) implements BlockRunEvent {}
}
