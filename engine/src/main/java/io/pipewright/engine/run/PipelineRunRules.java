package io.pipewright.engine.run;

import io.pipewright.engine.run.PipelineRunState.Cancelled;
import io.pipewright.engine.run.PipelineRunState.Completed;
import io.pipewright.engine.run.PipelineRunState.Failed;
import io.pipewright.engine.run.PipelineRunState.Initial;
import io.pipewright.engine.run.PipelineRunState.Running;
import java.util.List;
import java.util.Optional;

/// The only table of legal moves of a pipeline run, and the rule that tells from its block runs how it goes on.
public final class PipelineRunRules {

    private PipelineRunRules() {}

    /// The run after the event.
    ///
    /// @throws IllegalStateMoveException if the state does not know that event; names the run
    public static PipelineRun next(PipelineRun run, PipelineRunEvent event) {
        return move(run.state(), event)
                .map(run::with)
                .orElseThrow(() -> IllegalStateMoveException.of(run, event));
    }

    /// How a running run goes on, in the project format's order of checks: failing fast unless failures are allowed.
    ///
    /// @param blockRuns the newest attempt of each block
    /// @param mayFail whether blocks that do not depend on a failed one still run
    public static RunVerdict verdict(List<BlockRun> blockRuns, boolean mayFail) {
        var unfinished = blockRuns.stream().filter(run -> !run.state().isFinal()).toList();
        Optional<BlockRun> failed =
                blockRuns.stream().filter(run -> isFailure(run.state())).findFirst();
        if (unfinished.isEmpty()) return ended(blockRuns, failed);
        if (failed.isPresent() && !mayFail)
            return new RunVerdict.Stop(reason(failed.get()), unfinished);
        return new RunVerdict.GoOn();
    }

    private static RunVerdict ended(List<BlockRun> blockRuns, Optional<BlockRun> failed) {
        if (failed.isPresent()) return new RunVerdict.Fail(reason(failed.get()));
        return blockRuns.stream()
                .map(BlockRun::state)
                .filter(BlockRunState.Cancelled.class::isInstance)
                .map(BlockRunState.Cancelled.class::cast)
                .findFirst()
                .<RunVerdict>map(cancelled -> new RunVerdict.Cancel(cancelled.reason()))
                .orElseGet(RunVerdict.Complete::new);
    }

    private static boolean isFailure(BlockRunState state) {
        return switch (state) {
            case BlockRunState.Failed _ -> true;
            case BlockRunState.Initial _,
                    BlockRunState.Queued _,
                    BlockRunState.Running _,
                    BlockRunState.Completed _,
                    BlockRunState.Cancelled _,
                    BlockRunState.UpstreamFailed _,
                    BlockRunState.ConditionFailed _ ->
                    false;
        };
    }

    private static String reason(BlockRun failed) {
        return "block \"" + failed.key().blockRunUuid() + "\" failed";
    }

    private static Optional<PipelineRunState> move(PipelineRunState state, PipelineRunEvent event) {
        return switch (state) {
            case Initial _ -> fromInitial(event);
            case Running running -> fromRunning(running, event);
            case Completed _, Failed _, Cancelled _ -> Optional.empty();
        };
    }

    private static Optional<PipelineRunState> fromInitial(PipelineRunEvent event) {
        return switch (event) {
            case PipelineRunEvent.Started(var at) -> Optional.of(new Running(at));
            case PipelineRunEvent.Broke(var at, var reason) ->
                    Optional.of(new Failed(Optional.empty(), at, reason));
            case PipelineRunEvent.Stopped(var at, var reason) ->
                    Optional.of(new Cancelled(Optional.empty(), at, reason));
            case PipelineRunEvent.Succeeded _ -> Optional.empty();
        };
    }

    private static Optional<PipelineRunState> fromRunning(Running running, PipelineRunEvent event) {
        var started = Optional.of(running.startedAt());
        return switch (event) {
            case PipelineRunEvent.Succeeded(var at) ->
                    Optional.of(new Completed(running.startedAt(), at));
            case PipelineRunEvent.Broke(var at, var reason) ->
                    Optional.of(new Failed(started, at, reason));
            case PipelineRunEvent.Stopped(var at, var reason) ->
                    Optional.of(new Cancelled(started, at, reason));
            case PipelineRunEvent.Started _ -> Optional.empty();
        };
    }
}
