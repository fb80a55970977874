package io.pipewright.engine.session;

/// The engine behind a session of the same process.
public interface EngineControl {

    EngineStatus status();

    /// Whether it takes new runs: not once its end has begun.
    boolean isOpen();

    /// Whether its end is done: nothing can be asked any more.
    boolean isClosed();

    /// Ends runs, workers and the engine, in this order; waits until that is done. Does nothing the second time.
    void close();
}
