package io.pipewright.kernel.polyglot;

import io.pipewright.worker.Training;
import io.pipewright.worker.Worker;
import io.pipewright.worker.WorkerIdentity;
import java.nio.file.Path;
import java.util.Map;

/// The program of a polyglot worker.
public final class PolyglotWorker {

    private static final String GRAALJS = "25.0.2";

    private PolyglotWorker() {}

    /// @param arguments none to serve an engine, `train` for a training run in the current folder
    public static void main(String[] arguments) throws Exception {
        var identity = new WorkerIdentity("polyglot", "GraalJS " + GRAALJS, Map.of("js", GRAALJS));
        Worker.Factory kernel = () -> new JavaScriptBlocks(Path.of(""));
        if (arguments.length == 0) Worker.serve(identity, kernel);
        else Training.run(identity, kernel, PolyglotTraining.messages());
    }
}
