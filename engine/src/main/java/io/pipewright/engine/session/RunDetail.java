package io.pipewright.engine.session;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.PipelineRun;
import java.nio.file.Path;
import java.util.List;

/// A run with its block runs in pipeline order, the newest attempt of each.
///
/// @param logFolder where its log files are, absolute
public record RunDetail(PipelineRun run, List<BlockRun> blockRuns, Path logFolder) {}
