package io.pipewright.engine.store;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.NewRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunChange;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Runs in H2: writes through the one writer, reads through the readers.
final class H2RunStore implements RunStore {

    private final Writer writer;
    private final Readers readers;

    H2RunStore(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public PipelineRun accept(NewRun run) {
        // JSON is made on the caller's thread: the writer has better things to do.
        var row = RunRow.of(run);
        String action = "keep a new run of pipeline \"" + run.pipeline() + "\"";
        return run.accepted(writer.write(action, true, handle -> RunWrites.insert(handle, row)));
    }

    @Override
    public void record(List<RunChange> changes) {
        if (changes.isEmpty()) return;
        List<RunWrites.Step> steps = changes.stream().map(RunWrites::step).toList();
        writer.write(
                action(changes),
                isFinal(changes),
                handle -> {
                    steps.forEach(step -> step.perform(handle));
                    return true;
                });
    }

    @Override
    public Optional<PipelineRun> run(RunId run) {
        return readers.read("read run " + run, handle -> RunReads.run(handle, run));
    }

    @Override
    public Optional<RunPlan> plan(RunId run) {
        return readers.read("read the plan of run " + run, handle -> RunReads.plan(handle, run))
                .map(json -> EngineJson.read(json, RunPlan.class));
    }

    @Override
    public List<PipelineRun> runs(
            Optional<PipelineId> pipeline, Optional<RunId> before, int limit) {
        return readers.read("list runs", handle -> RunReads.runs(handle, pipeline, before, limit));
    }

    @Override
    public List<BlockRun> blockRuns(RunId run) {
        return readers.read(
                "read the block runs of run " + run, handle -> BlockRunReads.newest(handle, run));
    }

    @Override
    public List<BlockRun> attempts(RunId run, String blockRunUuid) {
        String action = "read the attempts of block \"" + blockRunUuid + "\" in run " + run;
        return readers.read(action, handle -> BlockRunReads.attempts(handle, run, blockRunUuid));
    }

    @Override
    public List<PipelineRun> unfinished() {
        return readers.read("list unfinished runs", RunReads::unfinished);
    }

    @Override
    public long manualTrigger(PipelineId pipeline) {
        String action = "find the trigger of runs by hand of pipeline \"" + pipeline + "\"";
        return readers.read(action, handle -> Triggers.manual(handle, pipeline))
                .orElseGet(
                        () ->
                                writer.write(
                                        action,
                                        true,
                                        handle -> Triggers.makeManual(handle, pipeline)));
    }

    @Override
    public Optional<BlockRun> newestCompleted(PipelineId pipeline, BlockId block) {
        String action =
                "find the newest outputs of block \""
                        + block
                        + "\" of pipeline \""
                        + pipeline
                        + "\"";
        return readers.read(
                action, handle -> BlockRunReads.newestCompleted(handle, pipeline, block));
    }

    @Override
    public Optional<Duration> usualDuration(PipelineId pipeline, BlockId block) {
        String action =
                "read how long block \"" + block + "\" of pipeline \"" + pipeline + "\" takes";
        return readers.read(action, handle -> BlockRunReads.usualDuration(handle, pipeline, block));
    }

    private static String action(List<RunChange> changes) {
        return switch (changes.getFirst()) {
            case RunChange.RunMoved(var run, var state) ->
                    "keep that run " + run + " is " + state.word();
            case RunChange.BlockRunMoved(var blockRun) ->
                    "keep that block \""
                            + blockRun.key().blockRunUuid()
                            + "\" of run "
                            + blockRun.key().run()
                            + " is "
                            + blockRun.state().word();
        };
    }

    private static boolean isFinal(List<RunChange> changes) {
        return changes.stream()
                .anyMatch(
                        change ->
                                change instanceof RunChange.RunMoved moved
                                        && moved.state().isFinal());
    }
}
