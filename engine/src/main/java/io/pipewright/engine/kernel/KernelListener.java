package io.pipewright.engine.kernel;

/// Is told how a block gets on. Thread: threads of the workers, one call at a time; must not block for long, or the
/// block's prints wait too.
public interface KernelListener {

    /// The block waits for a worker; told again when the reason changes.
    ///
    /// @param reason for a person: `memory is short: …`, `"sales.duckdb" is in use by block "load"`
    void waiting(String reason);

    /// A worker begins with it. Called once, never after a cancelled wait.
    void started();

    /// One printed line, in order, without its line end; never after `await` returned.
    void printed(String line);
}
