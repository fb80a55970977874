package io.pipewright.engine.run;

import io.pipewright.engine.run.BlockRunEvent.Admitted;
import io.pipewright.engine.run.BlockRunEvent.Broke;
import io.pipewright.engine.run.BlockRunEvent.ConditionRefused;
import io.pipewright.engine.run.BlockRunEvent.Started;
import io.pipewright.engine.run.BlockRunEvent.Stopped;
import io.pipewright.engine.run.BlockRunEvent.Succeeded;
import io.pipewright.engine.run.BlockRunEvent.UpstreamBroke;
import io.pipewright.engine.run.BlockRunState.Cancelled;
import io.pipewright.engine.run.BlockRunState.Completed;
import io.pipewright.engine.run.BlockRunState.ConditionFailed;
import io.pipewright.engine.run.BlockRunState.Failed;
import io.pipewright.engine.run.BlockRunState.Initial;
import io.pipewright.engine.run.BlockRunState.Queued;
import io.pipewright.engine.run.BlockRunState.Running;
import io.pipewright.engine.run.BlockRunState.UpstreamFailed;
import java.util.Optional;

/// The only table of legal moves of a block run. A state that is final stays: trying again is a new attempt.
public final class BlockRunRules {

    private BlockRunRules() {}

    /// The block run after the event.
    ///
    /// @throws IllegalStateMoveException if the state does not know that event; names the run, the block and the attempt
    public static BlockRun next(BlockRun run, BlockRunEvent event) {
        return move(run.state(), event)
                .map(run::with)
                .orElseThrow(() -> IllegalStateMoveException.of(run, event));
    }

    /// The state after the event.
    ///
    /// @throws IllegalStateMoveException if the state does not know that event
    public static BlockRunState next(BlockRunState state, BlockRunEvent event) {
        return move(state, event)
                .orElseThrow(
                        () -> IllegalStateMoveException.of("a block run", state.word(), event));
    }

    private static Optional<BlockRunState> move(BlockRunState state, BlockRunEvent event) {
        return switch (state) {
            case Initial _ -> fromInitial(event);
            case Queued _ -> fromQueued(event);
            case Running running -> fromRunning(running, event);
            case Completed _, Failed _, Cancelled _, UpstreamFailed _, ConditionFailed _ ->
                    Optional.empty();
        };
    }

    private static Optional<BlockRunState> fromInitial(BlockRunEvent event) {
        return switch (event) {
            case Admitted(var at) -> Optional.of(new Queued(at));
            case Stopped(var at, var reason) ->
                    Optional.of(new Cancelled(Optional.empty(), at, reason));
            case UpstreamBroke(var at, var upstream) ->
                    Optional.of(new UpstreamFailed(at, upstream));
            case ConditionRefused(var at) -> Optional.of(new ConditionFailed(at));
            case Started _, Succeeded _, Broke _ -> Optional.empty();
        };
    }

    private static Optional<BlockRunState> fromQueued(BlockRunEvent event) {
        return switch (event) {
            case Started(var at) -> Optional.of(new Running(at));
            // Its worker could not be started.
            case Broke(var at, var error, var outcome) ->
                    Optional.of(new Failed(Optional.empty(), at, error, outcome));
            case Stopped(var at, var reason) ->
                    Optional.of(new Cancelled(Optional.empty(), at, reason));
            case ConditionRefused(var at) -> Optional.of(new ConditionFailed(at));
            case Admitted _, Succeeded _, UpstreamBroke _ -> Optional.empty();
        };
    }

    private static Optional<BlockRunState> fromRunning(Running running, BlockRunEvent event) {
        var started = Optional.of(running.startedAt());
        return switch (event) {
            case Succeeded(var at, var outcome) ->
                    Optional.of(new Completed(running.startedAt(), at, outcome));
            case Broke(var at, var error, var outcome) ->
                    Optional.of(new Failed(started, at, error, outcome));
            case Stopped(var at, var reason) -> Optional.of(new Cancelled(started, at, reason));
            case ConditionRefused(var at) -> Optional.of(new ConditionFailed(at));
            case Admitted _, Started _, UpstreamBroke _ -> Optional.empty();
        };
    }
}
