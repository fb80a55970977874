package io.pipewright.engine.kernel;

/// One block being run by a worker.
public interface KernelCall {

    /// Waits for the end. Thread: one, blocking; not interruptible.
    KernelResult await();

    /// Asks for the end: interrupt, 2 s later terminate, then kill the whole process tree. Returns at once. Thread: any.
    void cancel(String reason);
}
