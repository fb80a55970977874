package io.pipewright.engine.kernel;

import io.pipewright.plugin.WorkerCommand;

/// What it takes to start a worker of one kernel.
///
/// @param memoryLimit bytes that the worker with its children may use
record WorkerLaunch(String kernel, WorkerCommand command, long memoryLimit) {

    /// Workers with equal keys can stand in for each other.
    String key() {
        return kernel + "/" + command.poolKey() + "/" + memoryLimit;
    }

    /// What a CPython worker may hold between two blocks before it is replaced.
    long restingMemory() {
        return memoryLimit / 4;
    }
}
