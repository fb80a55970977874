package io.pipewright.worker;

/// This process and all that it started.
final class ProcessTree {

    private static final int CHANNEL_CLOSED = 75;

    private ProcessTree() {}

    /// Ends everything at once, without shutdown hooks: a worker never outlives its engine.
    static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(CHANNEL_CLOSED);
    }
}
