package io.pipewright.engine.run;

import java.time.Instant;

/// Something that happens to a pipeline run and moves it, see `PipelineRunRules`.
public sealed interface PipelineRunEvent {

    Instant at();

    record Started(Instant at) implements PipelineRunEvent {}

    record Succeeded(Instant at) implements PipelineRunEvent {}

    record Broke(Instant at, String reason) implements PipelineRunEvent {}

    record Stopped(Instant at, String reason) implements PipelineRunEvent {}
}
