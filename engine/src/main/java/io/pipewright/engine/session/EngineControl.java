package io.pipewright.engine.session;

/// The engine behind a session of the same process.
public interface EngineControl {

    EngineStatus status();

    /// Ends runs, workers and the engine, in this order; waits until that is done. Does nothing the second time.
    void close();
}
