package io.pipewright.engine.monitoring;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;

/// Something the engine tells its subscribers, in the order it happened.
public sealed interface EngineEvent {

    record RunChanged(PipelineRun run) implements EngineEvent {}

    record BlockRunChanged(BlockRun blockRun) implements EngineEvent {}

    record LogPrinted(RunId run, String blockRunUuid, LogLine line) implements EngineEvent {}

    /// Lines at this place were left out of the events, because the subscriber is slower than the block prints. The log file has
    /// them.
    record LogSkipped(RunId run, String blockRunUuid, long lines) implements EngineEvent {}

    /// Files of the project changed on disk; ask for the listing again.
    record ProjectChanged() implements EngineEvent {}

    /// The engine is about to end; no event follows.
    record EngineStopping() implements EngineEvent {}
}
