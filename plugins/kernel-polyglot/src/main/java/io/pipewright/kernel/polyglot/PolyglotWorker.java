package io.pipewright.kernel.polyglot;

import io.pipewright.worker.Worker;
import io.pipewright.worker.WorkerIdentity;
import java.nio.file.Path;
import java.util.Map;

/// The program of a polyglot worker.
public final class PolyglotWorker {

    private static final String GRAALJS = "25.0.2";

    private PolyglotWorker() {}

    public static void main(String[] args) throws Exception {
        var identity = new WorkerIdentity("polyglot", "GraalJS " + GRAALJS, Map.of("js", GRAALJS));
        Worker.serve(identity, () -> new JavaScriptBlocks(Path.of("")));
    }
}
