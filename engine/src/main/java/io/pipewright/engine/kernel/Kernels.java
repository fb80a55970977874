package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that can run a block. Thread: any.
public interface Kernels extends AutoCloseable {

    /// Why blocks of this kind cannot run here; empty if they can. Starts nothing.
    Optional<String> whyNotRunnable(BlockKind kind);

    /// Runs a block in a warm or new worker. Returns when a worker has it or has been refused.
    ///
    /// @param started called once, when a worker begins with it
    /// @param printed called for every line the block prints, in order, never after `await` returned
    KernelCall start(KernelRequest request, Runnable started, Consumer<String> printed);

    /// Ends all workers.
    @Override
    void close();
}
