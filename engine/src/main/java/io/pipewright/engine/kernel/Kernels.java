package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import java.util.Map;
import java.util.Optional;

/// Everything that can run a block. Thread: any.
public interface Kernels extends AutoCloseable {

    /// Why blocks of this kind cannot run here; empty if they can. Starts nothing.
    ///
    /// @param kernelOptions settings of project and pipeline for the kernel, for example `interpreter`
    Optional<String> whyNotRunnable(BlockKind kind, Map<String, String> kernelOptions);

    /// Has a worker for such blocks ready soon. Returns at once; a worker that cannot start is told to the block that needs it.
    void warm(BlockKind kind, Map<String, String> kernelOptions);

    /// Runs a block in a warm or new worker. Returns at once, also when the block has to wait for a worker.
    KernelCall start(KernelRequest request, KernelListener listener);

    KernelStatus status();

    /// Ends all workers; blocks that run or wait are cancelled.
    @Override
    void close();

    /// How the workers are.
    ///
    /// @param liveWorkers processes, idle or busy
    /// @param runtimes by kernel name what it last ran on: `python` -> `CPython 3.11.2`; only kernels that were started
    record KernelStatus(int liveWorkers, Map<String, String> runtimes) {}
}
