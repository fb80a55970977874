package io.pipewright.engine.run;

import java.time.Instant;
import java.util.Optional;

/// Where a pipeline run stands. Instants in UTC.
public sealed interface PipelineRunState {

    /// Accepted, not started.
    record Initial() implements PipelineRunState {}

    record Running(Instant startedAt) implements PipelineRunState {}

    record Completed(Instant startedAt, Instant completedAt) implements PipelineRunState {}

    record Failed(Optional<Instant> startedAt, Instant completedAt, String reason)
            implements PipelineRunState {}

    record Cancelled(Optional<Instant> startedAt, Instant completedAt, String reason)
            implements PipelineRunState {}

    /// The status word of the project format: `initial`, `running`, `completed`, `failed`, `cancelled`.
    default String word() {
        return switch (this) {
            case Initial _ -> "initial";
            case Running _ -> "running";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    default boolean isFinal() {
        return switch (this) {
            case Initial _, Running _ -> false;
            case Completed _, Failed _, Cancelled _ -> true;
        };
    }

    default Optional<Instant> started() {
        return switch (this) {
            case Initial _ -> Optional.empty();
            case Running running -> Optional.of(running.startedAt());
            case Completed completed -> Optional.of(completed.startedAt());
            case Failed failed -> failed.startedAt();
            case Cancelled cancelled -> cancelled.startedAt();
        };
    }

    default Optional<Instant> ended() {
        return switch (this) {
            case Initial _, Running _ -> Optional.empty();
            case Completed completed -> Optional.of(completed.completedAt());
            case Failed failed -> Optional.of(failed.completedAt());
            case Cancelled cancelled -> Optional.of(cancelled.completedAt());
        };
    }
}
