package io.pipewright.plugin;

import java.util.Set;

/// Runs blocks of some languages in worker processes of its own kind.
///
/// A kernel only says how its worker is started; the engine starts it, talks to it by the worker protocol
/// (`docs/worker-protocol.md`), watches it and ends it. Found with `ServiceLoader`.
/// Thread: any.
public interface Kernel {

    /// Stable, lower case: `python`, `sql`, `polyglot`.
    String name();

    /// The block languages it runs, as pipeline files spell them: `python`, `sql`, `javascript`.
    Set<String> languages();

    /// How to start one worker. May unpack files into `settings.runtimeFolder()`, but starts nothing.
    ///
    /// @throws KernelUnavailableException if something is missing on this machine; its message says what and the fix
    WorkerCommand workerCommand(WorkerSettings settings) throws KernelUnavailableException;
}
