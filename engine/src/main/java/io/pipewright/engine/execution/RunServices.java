package io.pipewright.engine.execution;

import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.RunId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/// What every run of a project shares.
///
/// @param sync makes the outputs of an ended run survive a power cut; gives the reason if the disk refuses
/// @param ended told when a run's end is durable
record RunServices(
        RunRecorder recorder,
        Admission admission,
        BlockExecutor executor,
        RunTime time,
        Function<List<OutputInfo>, Optional<String>> sync,
        Consumer<RunId> ended) {

    InstantSource clock() {
        return time.clock();
    }

    RunTime.Later later() {
        return time.later();
    }

    ThreadFactory threads() {
        return time.threads();
    }
}
