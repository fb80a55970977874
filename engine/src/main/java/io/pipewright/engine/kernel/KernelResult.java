package io.pipewright.engine.kernel;

import io.pipewright.engine.run.BlockError;
import io.pipewright.engine.run.OutputInfo;
import java.util.List;

/// How it went. Failing user code is a value.
public sealed interface KernelResult {

    /// @param outputs in the request's output folder, not yet renamed into place
    record Completed(List<OutputInfo> outputs, int testsPassed) implements KernelResult {}

    /// What a sensor or a conditional answered.
    record Decided(boolean yes) implements KernelResult {}

    /// The block's code, its tests or its worker failed.
    ///
    /// @param outputs what was stored before its tests failed; empty otherwise
    record Failed(BlockError error, List<OutputInfo> outputs, int testsPassed, int testsFailed)
            implements KernelResult {}

    /// Stopped on request; its process tree is gone or idle again.
    record Cancelled(String reason) implements KernelResult {}
}
