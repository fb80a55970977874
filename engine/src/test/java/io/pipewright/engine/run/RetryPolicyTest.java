package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void triesOnceWhereNothingIsWritten() {
        assertEquals(List.of(), pauses(RetryPolicy.NONE));
    }

    @Test
    void doublesEachPause() {
        assertEquals(List.of(5L, 10L, 20L), pauses(policy(3, 5, 60, true)));
    }

    @Test
    void keepsThePauseWhenToldNotToDouble() {
        assertEquals(List.of(5L, 5L, 5L), pauses(policy(3, 5, 60, false)));
    }

    @Test
    void stopsBeforeAllPausesTogetherReachTheCap() {
        assertEquals(List.of(5L, 10L), pauses(policy(9, 5, 20, true)));
        assertEquals(List.of(5L, 10L), pauses(policy(9, 5, 35, true)));
        assertEquals(List.of(5L, 10L, 20L), pauses(policy(9, 5, 36, true)));
    }

    @Test
    void doesNotRetryWhenTheFirstPauseReachesTheCap() {
        assertEquals(List.of(), pauses(policy(3, 60, 60, true)));
        assertEquals(List.of(), pauses(policy(3, 0, 0, true)));
    }

    @Test
    void retriesAtOnceWithoutADelay() {
        assertEquals(List.of(0L, 0L), pauses(policy(2, 0, 60, true)));
    }

    @Test
    void takesEachKeyFromTheNearestLevelThatHasIt() {
        var project = config(OptionalInt.of(3), 10);
        var block =
                new RetryConfig(
                        OptionalInt.of(1), Optional.empty(), Optional.empty(), Optional.of(false));

        var policy = RetryPolicy.of(block.over(RetryConfig.NONE).over(project));

        assertEquals(
                new RetryPolicy(2, Duration.ofSeconds(10), Duration.ofSeconds(60), false), policy);
    }

    private static List<Long> pauses(RetryPolicy policy) {
        var pauses = new ArrayList<Long>();
        for (int attempt = 1; policy.pauseAfter(attempt).isPresent(); attempt++) {
            pauses.add(policy.pauseAfter(attempt).get().toSeconds());
        }
        return pauses;
    }

    private static RetryPolicy policy(int retries, int delay, int cap, boolean doubling) {
        return new RetryPolicy(
                retries + 1, Duration.ofSeconds(delay), Duration.ofSeconds(cap), doubling);
    }

    private static RetryConfig config(OptionalInt retries, int delay) {
        return new RetryConfig(
                retries,
                Optional.of(Duration.ofSeconds(delay)),
                Optional.empty(),
                Optional.empty());
    }
}
