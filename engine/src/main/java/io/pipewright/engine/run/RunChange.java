package io.pipewright.engine.run;

/// One fact to be kept about a run.
public sealed interface RunChange {

    record RunMoved(RunId run, PipelineRunState state) implements RunChange {}

    /// A new attempt if its state is `Initial`, else a move of one that is there.
    record BlockRunMoved(BlockRun blockRun) implements RunChange {}
}
