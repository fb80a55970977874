package io.pipewright.engine.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.PipelineRunState;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Queries for pipeline runs.
final class RunReads {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private static final String RUN =
            """
            select id, pipeline, trigger_id, trigger_name, execution_date, execution_partition, variables, created_at,
                   run_attempt.details
              from pipeline_run
              join run_attempt on run_id = id and run_attempt.attempt = pipeline_run.attempt
            """;

    private RunReads() {}

    static Optional<PipelineRun> run(Handle handle, RunId run) {
        return handle.createQuery(RUN + " where id = :run")
                .bind("run", run.value())
                .map(RunReads::map)
                .findOne();
    }

    static Optional<String> plan(Handle handle, RunId run) {
        return handle.createQuery(
                        """
                        select plan
                          from pipeline_run
                          join run_plan on run_plan.id = plan_id
                         where pipeline_run.id = :run
                        """)
                .bind("run", run.value())
                .mapTo(String.class)
                .findOne();
    }

    /// Keyset paging: a page costs the same however far back it is.
    static List<PipelineRun> runs(
            Handle handle, Optional<PipelineId> pipeline, Optional<RunId> before, int limit) {
        String ofPipeline = pipeline.isPresent() ? " and pipeline = :pipeline" : "";
        return handle.createQuery(
                        RUN + " where id < :before" + ofPipeline + " order by id desc limit :limit")
                .bindMap(pipeline.map(id -> Map.of("pipeline", id.value())).orElse(Map.of()))
                .bind("before", before.map(RunId::value).orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(RunReads::map)
                .list();
    }

    static List<PipelineRun> unfinished(Handle handle) {
        return handle.createQuery(
                        RUN + " where run_attempt.state in ('initial', 'running') order by id")
                .map(RunReads::map)
                .list();
    }

    private static PipelineRun map(ResultSet row, StatementContext context) throws SQLException {
        return new PipelineRun(
                new RunId(row.getLong("id")),
                new PipelineId(row.getString("pipeline")),
                origin(row),
                EngineJson.read(row.getString("variables"), VARIABLES),
                row.getObject("created_at", Instant.class),
                EngineJson.read(row.getString("details"), PipelineRunState.class));
    }

    private static RunOrigin origin(ResultSet row) throws SQLException {
        return new RunOrigin(
                row.getLong("trigger_id"),
                row.getString("trigger_name"),
                row.getObject("execution_date", Instant.class),
                row.getString("execution_partition"));
    }
}
