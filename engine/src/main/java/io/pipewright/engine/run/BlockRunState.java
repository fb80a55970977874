package io.pipewright.engine.run;

import io.pipewright.engine.project.BlockId;
import java.time.Instant;
import java.util.Optional;

/// Where a block run stands; each state holds only what it knows. Instants in UTC.
public sealed interface BlockRunState {

    /// Waits for its upstreams or for a free place.
    record Initial() implements BlockRunState {}

    /// Has a place, waits for a worker.
    record Queued(Instant queuedAt) implements BlockRunState {}

    record Running(Instant startedAt) implements BlockRunState {}

    record Completed(Instant startedAt, Instant completedAt, BlockOutcome outcome)
            implements BlockRunState {}

    /// @param outcome what a block that failed its tests had stored; empty for others
    record Failed(
            Optional<Instant> startedAt,
            Instant completedAt,
            BlockError error,
            BlockOutcome outcome)
            implements BlockRunState {}

    record Cancelled(Optional<Instant> startedAt, Instant completedAt, String reason)
            implements BlockRunState {}

    record UpstreamFailed(Instant completedAt, BlockId upstream) implements BlockRunState {}

    record ConditionFailed(Instant completedAt) implements BlockRunState {}

    /// The status word of the project format.
    default String word() {
        return switch (this) {
            case Initial _ -> "initial";
            case Queued _ -> "queued";
            case Running _ -> "running";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
            case UpstreamFailed _ -> "upstream_failed";
            case ConditionFailed _ -> "condition_failed";
        };
    }

    default boolean isFinal() {
        return switch (this) {
            case Initial _, Queued _, Running _ -> false;
            case Completed _, Failed _, Cancelled _, UpstreamFailed _, ConditionFailed _ -> true;
        };
    }

    default Optional<Instant> started() {
        return switch (this) {
            case Initial _, Queued _, UpstreamFailed _, ConditionFailed _ -> Optional.empty();
            case Running running -> Optional.of(running.startedAt());
            case Completed completed -> Optional.of(completed.startedAt());
            case Failed failed -> failed.startedAt();
            case Cancelled cancelled -> cancelled.startedAt();
        };
    }

    default Optional<Instant> ended() {
        return switch (this) {
            case Initial _, Queued _, Running _ -> Optional.empty();
            case Completed completed -> Optional.of(completed.completedAt());
            case Failed failed -> Optional.of(failed.completedAt());
            case Cancelled cancelled -> Optional.of(cancelled.completedAt());
            case UpstreamFailed failed -> Optional.of(failed.completedAt());
            case ConditionFailed failed -> Optional.of(failed.completedAt());
        };
    }

    /// What it stored; nothing before it ended.
    default BlockOutcome outcome() {
        return switch (this) {
            case Completed completed -> completed.outcome();
            case Failed failed -> failed.outcome();
            case Initial _, Queued _, Running _, Cancelled _, UpstreamFailed _, ConditionFailed _ ->
                    BlockOutcome.NONE;
        };
    }
}
