package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.plugin.KernelUnavailableException;
import java.util.Map;
import java.util.Optional;

/// What the kernels of this installation can run on this machine. Starts nothing. Thread: any.
public final class InstalledKernels {

    private final KernelCommands commands;

    public InstalledKernels(PoolSettings settings) {
        this.commands =
                new KernelCommands(
                        KernelPool.installedKernels(),
                        InstalledLibraries.ofThisProcess(),
                        settings);
    }

    /// Why blocks of this kind cannot run here; empty if they can.
    ///
    /// @param options what the project or the pipeline sets, such as `interpreter`
    public Optional<String> whyNotRunnable(BlockKind kind, Map<String, String> options) {
        try {
            commands.launchFor(kind, options);
            return Optional.empty();
        } catch (KernelUnavailableException e) {
            return Optional.of(e.getMessage());
        }
    }
}
