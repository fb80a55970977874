package io.pipewright.app.live;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunState;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import io.pipewright.engine.session.RunDetail;
import io.pipewright.engine.session.RunQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a pipeline's page needs, read in one go.
///
/// @param sources the texts of its blocks, where there are any
/// @param reasons why blocks that are for running cannot run here
/// @param runs its newest runs, oldest first
record PipelineReading(
        Optional<Pipeline> pipeline,
        Map<BlockId, String> sources,
        Map<BlockId, String> reasons,
        List<RunDetail> runs) {

    private static final int NEWEST_RUNS = 8;

    /// Thread: not the FX thread.
    static PipelineReading of(ProjectSession session, PipelineId id) {
        Optional<Pipeline> pipeline = session.pipeline(id);
        var sources = new HashMap<BlockId, String>();
        for (Block block : pipeline.map(Pipeline::blocks).orElse(List.of()))
            session.source(id, block.id()).ifPresent(text -> sources.put(block.id(), text));
        return new PipelineReading(pipeline, sources, reasons(session, id), runs(session, id));
    }

    /// Thread: not the FX thread.
    static PipelineReading runsOnly(ProjectSession session, PipelineId id) {
        return new PipelineReading(Optional.empty(), Map.of(), Map.of(), runs(session, id));
    }

    private static Map<BlockId, String> reasons(ProjectSession session, PipelineId id) {
        var reasons = new HashMap<BlockId, String>();
        session.validation(id).map(PipelineValidation::blocks).orElse(List.of()).stream()
                .filter(block -> block.kind().type().isExecutable())
                .forEach(block -> block.whyNot().ifPresent(why -> reasons.put(block.id(), why)));
        return reasons;
    }

    private static List<RunDetail> runs(ProjectSession session, PipelineId id) {
        var newest = new RunQuery(Optional.of(id), Optional.empty(), NEWEST_RUNS);
        return session.runs(newest).stream()
                .map(run -> session.run(run.id()))
                .flatMap(Optional::stream)
                .toList()
                .reversed();
    }

    /// The median time of a block's completed attempts in these runs.
    Optional<Duration> usual(BlockId block) {
        List<Duration> times =
                runs.stream()
                        .flatMap(detail -> detail.blockRuns().stream())
                        .filter(blockRun -> blockRun.block().equals(block))
                        .map(BlockRun::state)
                        .flatMap(state -> completedIn(state).stream())
                        .sorted()
                        .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2));
    }

    private static Optional<Duration> completedIn(BlockRunState state) {
        return state instanceof BlockRunState.Completed completed
                ? Optional.of(Duration.between(completed.startedAt(), completed.completedAt()))
                : Optional.empty();
    }
}
