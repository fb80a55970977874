package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunPartitionTest {

    private static final Instant DATE = Instant.parse("2024-01-05T06:01:12.000456Z");

    @Test
    void namesRunsByHandToTheMicrosecond() {
        assertEquals("12/20240105T060112_000456", RunPartition.precise(12, DATE));
    }

    @Test
    void namesScheduledRunsToTheSecond() {
        assertEquals("12/20240105T060112", RunPartition.scheduled(12, DATE));
    }

    @Test
    void takesTheNameThatTheVariablesGive() {
        var origin = RunOrigin.manual(12, DATE, Map.of("execution_partition", "nightly/größe 2"));

        assertEquals(new RunOrigin(12, "Manual", DATE, "nightly/größe 2"), origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "a/../../b", "/etc", "a//b", "a\\b", "a/", "x\u0000"})
    void refusesANameThatLeadsElsewhere(String name) {
        assertThrows(
                RunRefusedException.class,
                () -> RunOrigin.manual(12, DATE, Map.of("execution_partition", name)));
    }

    @Test
    void neverGivesTheSameExecutionDateTwice() {
        var dates = new ExecutionDates(InstantSource.fixed(DATE.plusNanos(789)));

        assertEquals(DATE, dates.next());
        assertEquals(DATE.plusNanos(1_000), dates.next());
    }
}
