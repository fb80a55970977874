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
    public Optional<String> whyNotRunnable(BlockKind kind) {
        try {
            commands.launchFor(kind, Map.of());
            return Optional.empty();
        } catch (KernelUnavailableException e) {
            return Optional.of(e.getMessage());
        }
    }
}
