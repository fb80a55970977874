package io.pipewright.engine.session;

import io.pipewright.engine.execution.RunLoop;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.RetryConfig;
import io.pipewright.engine.run.ExecutionDates;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineSnapshot;
import io.pipewright.engine.run.RunOrigin;
import io.pipewright.engine.run.RunPartition;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunPlanner;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.run.RunStore;
import java.time.Instant;

/// Starts runs by hand: they belong to the pipeline's hidden trigger "Manual". Thread: any.
public final class RunStarter {

    private static final String MANUAL = "Manual";

    private final RunLoop loop;
    private final RunStore store;
    private final ExecutionDates dates;
    private final RunPlanner planner;

    public RunStarter(
            RunLoop loop, RunStore store, ExecutionDates dates, RetryConfig projectRetry) {
        this.loop = loop;
        this.store = store;
        this.dates = dates;
        this.planner = new RunPlanner(projectRetry);
    }

    /// Durable when it returns.
    PipelineRun start(PipelineSnapshot snapshot, RunRequest request) {
        RunPlan plan = planner.plan(snapshot, request);
        Instant date = dates.next();
        return loop.start(
                new NewRun(
                        plan, origin(plan.pipeline(), date, request), request.variables(), date));
    }

    private RunOrigin origin(PipelineId pipeline, Instant date, RunRequest request) {
        long trigger = store.manualTrigger(pipeline);
        String partition =
                RunPartition.named(request.variables(), RunPartition.precise(trigger, date));
        return new RunOrigin(trigger, MANUAL, date, partition);
    }
}
