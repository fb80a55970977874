package io.pipewright.engine.session;

/// How the engine is.
///
/// @param pid of the process that hosts it
/// @param runningRuns runs not ended
/// @param workers live worker processes
/// @param python the interpreter that Python blocks get, for example `Python 3.11.2`; empty before one was started
/// @param freeDiskBytes where outputs go
public record EngineStatus(
        long pid, int runningRuns, int workers, String python, long freeDiskBytes) {}
