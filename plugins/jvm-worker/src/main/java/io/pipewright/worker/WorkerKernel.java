package io.pipewright.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// What a kernel does inside its worker. Made once, used for one request after another.
///
/// Thread: all on the worker's main thread, except `interrupt`.
public interface WorkerKernel extends AutoCloseable {

    /// Runs one block. Errors of the author's code are values in the result; what is thrown is a fault of the kernel and
    /// fails the block with its stack.
    RunResult run(RunRequest request) throws Exception;

    /// Asks the request at work to stop soon. Called again every 50 ms until it ends. Thread: any.
    void interrupt();

    /// Answers a question about stored outputs; the fields of the answer.
    default ObjectNode answer(JsonNode question) throws Exception {
        throw new UnsupportedOperationException(
                "this kernel answers no questions; ask a sql worker");
    }

    /// Ends in order: everything is on disk afterwards.
    @Override
    void close() throws IOException;
}
