package io.pipewright.benchmarks;

import io.pipewright.benchmarks.TemporaryProject.Language;
import io.pipewright.engine.EngineSessions;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How long it takes from the end of one block to the end of the next one, in a chain of ten Python blocks that do nothing.
///
///     mvn -q -pl app,benchmarks -am package -DskipTests && benchmarks/run ChainLatency [runs]
final class ChainLatency {

    private static final int BLOCKS = 10;
    private static final int WARM_UP_RUNS = 100;
    private static final String NOTHING =
            "@transformer\ndef nothing(*args, **kwargs):\n    return 1\n";

    private ChainLatency() {}

    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        try (TemporaryProject project = chain();
                ProjectSession session = new EngineSessions().forCommandLine(project.folder())) {
            session.trust();
            for (int i = 0; i < WARM_UP_RUNS; i++) {
                Runs.toEnd(session, request());
            }
            var gaps = new ArrayList<Duration>();
            var inWorkers = new ArrayList<Duration>();
            var wholeRuns = new ArrayList<Duration>();
            for (int i = 0; i < runs; i++) {
                RunDetail run = Runs.toEnd(session, request());
                gaps.addAll(gaps(run));
                inWorkers.addAll(inWorkers(run));
                wholeRuns.add(whole(run));
            }
            Figures.print(
                    "block end to next block end, " + runs + " runs of " + BLOCKS + " blocks",
                    gaps);
            Figures.print("of that, from a worker's begin to the block's end", inWorkers);
            Figures.print("run start to run end", wholeRuns);
        }
    }

    private static RunRequest request() {
        return RunRequest.of(new PipelineId("chain"));
    }

    private static TemporaryProject chain() throws IOException {
        TemporaryProject project = TemporaryProject.create("chain");
        for (int i = 0; i < BLOCKS; i++) {
            List<String> upstream = i == 0 ? List.of() : List.of("b" + (i - 1));
            project.block("b" + i, Language.PYTHON, upstream, NOTHING, "");
        }
        return project.pipeline("chain");
    }

    private static List<Duration> gaps(RunDetail run) {
        List<Instant> ends =
                run.blockRuns().stream()
                        .map(BlockRun::state)
                        .map(state -> state.ended().orElseThrow())
                        .sorted()
                        .toList();
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < ends.size(); i++) {
            gaps.add(Duration.between(ends.get(i - 1), ends.get(i)));
        }
        return gaps;
    }

    private static List<Duration> inWorkers(RunDetail run) {
        return run.blockRuns().stream()
                .map(BlockRun::state)
                .map(
                        state ->
                                Duration.between(
                                        state.started().orElseThrow(), state.ended().orElseThrow()))
                .toList();
    }

    private static Duration whole(RunDetail run) {
        if (!(run.run().state()
                instanceof PipelineRunState.Completed(var started, var completed))) {
            throw new IllegalStateException("Run " + run.run().id() + " is " + run.run().state());
        }
        return Duration.between(started, completed);
    }
}
