package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.run.BlockError;
import java.util.Locale;
import java.util.Optional;

/// What a worker is to do with a block.
public sealed interface KernelTask {

    /// Run it: store its outputs, then run its tests. A sensor is asked once.
    record Execute(boolean runTests) implements KernelTask {}

    /// Ask a conditional whether its parent may run, with the parent's inputs.
    record Decide(BlockId parent) implements KernelTask {}

    /// Call the functions of a callback that are for this moment, with the parent's outputs.
    ///
    /// @param error what the parent failed with
    record CallBack(BlockId parent, Moment moment, Optional<BlockError> error)
            implements KernelTask {}

    /// When callbacks are called.
    enum Moment {
        SUCCESS,
        FAILURE,
        CANCELLED;

        /// As callbacks name it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
