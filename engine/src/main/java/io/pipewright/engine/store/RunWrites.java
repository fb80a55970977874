package io.pipewright.engine.store;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.IllegalStateMoveException;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunChange;
import io.pipewright.engine.run.RunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the writer does to runs. Every statement that changes a state must find it not final.
final class RunWrites {

    private RunWrites() {}

    /// A change whose JSON is made.
    interface Step {
        void perform(Handle handle);
    }

    static RunId insert(Handle handle, RunRow row) {
        long plan = planId(handle, row);
        var origin = row.run().origin();
        long id =
                handle.createUpdate(
                                """
                                insert into pipeline_run
                                       (pipeline, trigger_id, trigger_name, execution_date, execution_partition, plan_id, variables,
                                        created_at, attempt)
                                values (:pipeline, :triggerId, :triggerName, :executionDate, :partition, :plan, :variables,
                                        :createdAt, 1)
                                """)
                        .bind("pipeline", row.run().pipeline().value())
                        .bind("triggerId", origin.triggerId())
                        .bind("triggerName", origin.triggerName())
                        .bind("executionDate", utc(origin.executionDate()))
                        .bind("partition", origin.partition())
                        .bind("plan", plan)
                        .bind("variables", row.variables())
                        .bind("createdAt", utc(row.run().createdAt()))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one();
        handle.createUpdate(
                        """
                        insert into run_attempt (run_id, attempt, state, details)
                        values (:run, 1, 'initial', :details)
                        """)
                .bind("run", id)
                .bind("details", row.details())
                .execute();
        var run = new RunId(id);
        row.run()
                .plan()
                .firstAttempts(run)
                .forEach(attempt -> BlockRunWrites.insert(handle, attempt, row.firstAttempt()));
        return run;
    }

    private static long planId(Handle handle, RunRow row) {
        return handle.createQuery("select id from run_plan where digest = :digest")
                .bind("digest", row.planDigest())
                .mapTo(Long.class)
                .findOne()
                .orElseGet(
                        () ->
                                handle.createUpdate(
                                                "insert into run_plan (digest, plan) values"
                                                        + " (:digest, :plan)")
                                        .bind("digest", row.planDigest())
                                        .bind("plan", row.plan())
                                        .executeAndReturnGeneratedKeys("id")
                                        .mapTo(Long.class)
                                        .one());
    }

    static Step step(RunChange change) {
        return switch (change) {
            case RunChange.RunMoved(var run, var state) -> {
                String details = EngineJson.write(state);
                yield handle -> moveRun(handle, run, state, details);
            }
            case RunChange.BlockRunMoved(var blockRun) -> {
                String details = EngineJson.write(blockRun.state());
                yield blockRun.state() instanceof BlockRunState.Initial
                        ? handle -> BlockRunWrites.insert(handle, blockRun, details)
                        : handle -> BlockRunWrites.move(handle, blockRun, details);
            }
        };
    }

    private static void moveRun(Handle handle, RunId run, PipelineRunState state, String details) {
        int moved =
                handle.createUpdate(
                                """
                                update run_attempt
                                   set state = :state, started_at = :startedAt, ended_at = :endedAt, details = :details
                                 where run_id = :run
                                   and attempt = (select attempt from pipeline_run where id = :run)
                                   and state in ('initial', 'running')
                                """)
                        .bind("state", state.word())
                        .bind("startedAt", utc(state.started()))
                        .bind("endedAt", utc(state.ended()))
                        .bind("details", details)
                        .bind("run", run.value())
                        .execute();
        if (moved != 1)
            throw refused(
                    "run " + run, state.word(), state(handle, run).map(word -> "it is " + word));
    }

    static Optional<String> state(Handle handle, RunId run) {
        return handle.createQuery(
                        """
                        select run_attempt.state
                          from pipeline_run
                          join run_attempt on run_id = id and run_attempt.attempt = pipeline_run.attempt
                         where id = :run
                        """)
                .bind("run", run.value())
                .mapTo(String.class)
                .findOne();
    }

    static IllegalStateMoveException refused(String what, String wanted, Optional<String> because) {
        return new IllegalStateMoveException(
                "Cannot record "
                        + what
                        + " as "
                        + wanted
                        + ": "
                        + because.orElse("it is not there"));
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(RunWrites::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
