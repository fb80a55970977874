package io.pipewright.engine.kernel;

import io.pipewright.plugin.WorkerCommand;

/// What it takes to start a worker of one kernel.
record WorkerLaunch(String kernel, WorkerCommand command) {

    /// Workers with equal keys can stand in for each other.
    String key() {
        return kernel + "/" + command.poolKey();
    }
}
