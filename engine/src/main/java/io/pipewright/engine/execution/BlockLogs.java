package io.pipewright.engine.execution;

import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.monitoring.RunLog;
import io.pipewright.engine.monitoring.RunLogWriter;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.PipelineRun;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/// Opens the logs of block runs. Thread: any.
///
/// @param logsRoot `LOGS_DIR_PATH` of the environment, else the variables folder
/// @param timer writes what was printed last; short tasks
public record BlockLogs(
        Path logsRoot, EngineEvents events, ScheduledExecutorService timer, InstantSource clock) {

    /// Continues the file when an earlier attempt wrote one.
    BlockLog open(PipelineRun run, Block block, BlockRunKey key) {
        RunLog log = RunLog.of(logsRoot, run.pipeline(), run.origin().partition());
        var writer = new RunLogWriter(log.file(key.blockRunUuid()), timer);
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("pipeline_uuid", run.pipeline().value());
        tags.put("pipeline_run_id", run.id().value());
        tags.put("pipeline_schedule_id", run.origin().triggerId());
        tags.put("block_uuid", block.id().value());
        tags.put("block_type", block.kind().typeWord());
        return new BlockLog(key, writer, tags, events, clock);
    }
}
