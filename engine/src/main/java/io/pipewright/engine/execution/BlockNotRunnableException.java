package io.pipewright.engine.execution;

import io.pipewright.engine.run.BlockError;

/// A block cannot be given to a worker: its file is missing, an input is gone, its SQL text cannot be rendered.
final class BlockNotRunnableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BlockError error;

    BlockNotRunnableException(BlockError error) {
        super(error.message());
        this.error = error;
    }

    BlockError error() {
        return error;
    }
}
