package io.pipewright.engine.run;

/// Names one attempt of one block within one run.
///
/// @param blockRunUuid `<uuid>`, or `<uuid>:<replicated uuid>` for a replica
/// @param attempt the first is 1
public record BlockRunKey(RunId run, String blockRunUuid, int attempt) {}
