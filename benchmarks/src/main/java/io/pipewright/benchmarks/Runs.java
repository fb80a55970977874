package io.pipewright.benchmarks;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.RunDetail;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Runs pipelines and waits for them.
final class Runs {

    private Runs() {}

    /// @throws IllegalStateException if the run does not complete
    static RunDetail toEnd(ProjectSession session, RunRequest request) {
        BlockingQueue<RunId> ended = new LinkedBlockingQueue<>();
        try (var _ =
                session.subscribe(
                        event -> {
                            if (event instanceof EngineEvent.RunChanged(var run)
                                    && run.state().isFinal()) ended.add(run.id());
                        })) {
            RunId id = session.start(request);
            while (!ended.take().equals(id)) {
                // Another run has ended.
            }
            RunDetail detail = session.run(id).orElseThrow();
            if (detail.run().state() instanceof PipelineRunState.Completed) return detail;
            throw new IllegalStateException(
                    "Run " + id + " ended as " + detail.run().state() + " " + detail.blockRuns());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
