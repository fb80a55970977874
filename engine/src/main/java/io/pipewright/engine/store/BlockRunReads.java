package io.pipewright.engine.store;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Queries for block runs.
final class BlockRunReads {

    private static final String BLOCK_RUN =
            """
            select run_id, block, block_run_uuid, attempt, details
              from block_run
            """;

    private BlockRunReads() {}

    /// In the order of the first attempts, each replaced by its newest.
    static List<BlockRun> newest(Handle handle, RunId run) {
        var newest = new LinkedHashMap<String, BlockRun>();
        handle.createQuery(BLOCK_RUN + " where run_id = :run order by id")
                .bind("run", run.value())
                .map(BlockRunReads::map)
                .forEach(blockRun -> newest.put(blockRun.key().blockRunUuid(), blockRun));
        return List.copyOf(newest.values());
    }

    static List<BlockRun> attempts(Handle handle, RunId run, String blockRunUuid) {
        return handle.createQuery(
                        BLOCK_RUN
                                + " where run_id = :run and block_run_uuid = :uuid order by"
                                + " attempt")
                .bind("run", run.value())
                .bind("uuid", blockRunUuid)
                .map(BlockRunReads::map)
                .list();
    }

    static Optional<BlockRun> newestCompleted(Handle handle, PipelineId pipeline, BlockId block) {
        return handle.createQuery(
                        BLOCK_RUN
                                + """
                                 where pipeline = :pipeline and block = :block and state = 'completed'
                                 order by run_id desc, id desc
                                 limit 1
                                """)
                .bind("pipeline", pipeline.value())
                .bind("block", block.value())
                .map(BlockRunReads::map)
                .findOne();
    }

    static Optional<Duration> usualDuration(Handle handle, PipelineId pipeline, BlockId block) {
        List<Duration> durations =
                handle.createQuery(
                                """
                                select started_at, ended_at
                                  from block_run
                                 where pipeline = :pipeline and block = :block and state = 'completed'
                                 order by run_id desc
                                 limit 10
                                """)
                        .bind("pipeline", pipeline.value())
                        .bind("block", block.value())
                        .map(
                                (row, _) ->
                                        Duration.between(
                                                row.getObject("started_at", Instant.class),
                                                row.getObject("ended_at", Instant.class)))
                        .list();
        if (durations.isEmpty()) return Optional.empty();
        return Optional.of(durations.stream().sorted().toList().get(durations.size() / 2));
    }

    private static BlockRun map(ResultSet row, StatementContext context) throws SQLException {
        var key =
                new BlockRunKey(
                        new RunId(row.getLong("run_id")),
                        row.getString("block_run_uuid"),
                        row.getInt("attempt"));
        var state = EngineJson.read(row.getString("details"), BlockRunState.class);
        return new BlockRun(key, new BlockId(row.getString("block")), state);
    }
}
