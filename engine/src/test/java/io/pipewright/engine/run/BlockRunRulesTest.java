package io.pipewright.engine.run;

import static io.pipewright.engine.run.Runs.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.BlockId;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BlockRunRulesTest {

    private static final Instant LATER = NOON.plusSeconds(2);
    private static final BlockError ERROR = BlockError.of("KeyError", "'sku'");

    private static final List<BlockRunEvent> EVENTS =
            List.of(
                    new Admitted(LATER),
                    new Started(LATER),
                    new Succeeded(LATER, Runs.outcome(3)),
                    new Broke(LATER, ERROR, BlockOutcome.NONE),
                    new Stopped(LATER, "by hand"),
                    new UpstreamBroke(LATER, new BlockId("load")),
                    new ConditionRefused(LATER));

    private static final List<BlockRunState> STATES =
            List.of(
                    new Initial(),
                    new Queued(NOON),
                    new Running(NOON),
                    new Completed(NOON, LATER, Runs.outcome(3)),
                    new Failed(Optional.of(NOON), LATER, ERROR, BlockOutcome.NONE),
                    new Cancelled(Optional.empty(), LATER, "by hand"),
                    new UpstreamFailed(LATER, new BlockId("load")),
                    new ConditionFailed(LATER));

    @Test
    void knowsTheseMovesAndNoOthers() {
        Map<String, Set<String>> moves =
                STATES.stream()
                        .collect(Collectors.toMap(BlockRunState::word, BlockRunRulesTest::reached));

        assertEquals(
                Map.of(
                        "initial",
                                Set.of(
                                        "queued",
                                        "cancelled",
                                        "upstream_failed",
                                        "condition_failed"),
                        "queued", Set.of("running", "failed", "cancelled", "condition_failed"),
                        "running", Set.of("completed", "failed", "cancelled", "condition_failed"),
                        "completed", Set.of(),
                        "failed", Set.of(),
                        "cancelled", Set.of(),
                        "upstream_failed", Set.of(),
                        "condition_failed", Set.of()),
                moves);
    }

    @Test
    void keepsWhatIsKnownOfTheStart() {
        BlockRunState running = BlockRunRules.next(new Queued(NOON), new Started(NOON));

        assertEquals(
                new Completed(NOON, LATER, Runs.outcome(3)),
                BlockRunRules.next(running, new Succeeded(LATER, Runs.outcome(3))));
        assertEquals(
                new Cancelled(Optional.of(NOON), LATER, "by hand"),
                BlockRunRules.next(running, new Stopped(LATER, "by hand")));
    }

    @Test
    void endsAfterAnyEventsThatItAcceptsAndStaysThere() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            BlockRunState state = new Initial();
            var taken = new ArrayList<BlockRunEvent>();
            while (!state.isFinal()) {
                BlockRunEvent event = EVENTS.get(random.nextInt(EVENTS.size()));
                Optional<BlockRunState> next = attempt(state, event);
                if (next.isPresent()) taken.add(event);
                state = next.orElse(state);
            }
            BlockRunState end = state;
            assertEquals(true, taken.size() <= 3, () -> "took " + taken);
            EVENTS.forEach(event -> assertEquals(Optional.empty(), attempt(end, event)));
        }
    }

    @Test
    void namesRunBlockAndAttemptOfAnIllegalMove() {
        BlockRun run = Runs.blockRun(new RunId(42), "clean", 2, new Initial());

        var refused =
                assertThrows(
                        IllegalStateMoveException.class,
                        () -> BlockRunRules.next(run, new Started(NOON)));

        assertEquals(
                "Cannot move attempt 2 of block \"clean\" in run 42: it is initial, and then comes"
                        + " no Started",
                refused.getMessage());
    }

    private static Set<String> reached(BlockRunState state) {
        var words = new HashSet<String>();
        EVENTS.forEach(
                event -> attempt(state, event).map(BlockRunState::word).ifPresent(words::add));
        return words;
    }

    private static Optional<BlockRunState> attempt(BlockRunState state, BlockRunEvent event) {
        try {
            return Optional.of(BlockRunRules.next(state, event));
        } catch (IllegalStateMoveException e) {
            return Optional.empty();
        }
    }
}
