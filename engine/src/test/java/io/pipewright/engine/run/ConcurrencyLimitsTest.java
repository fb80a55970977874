package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitsTest {

    @Test
    void letsBlockRunsGoWhileThereAreFreePlaces() {
        var limits = new ConcurrencyLimits(20, OptionalInt.of(2));

        assertEquals(Optional.empty(), limits.whyWait(19, 1));
        assertEquals(Optional.of(new WaitReason.BlockRunLimit(2)), limits.whyWait(3, 2));
        assertEquals(Optional.of(new WaitReason.ProjectLimit(20)), limits.whyWait(20, 1));
    }

    @Test
    void hasNoLimitWithinARunWhereNoneIsWritten() {
        assertEquals(
                Optional.empty(), new ConcurrencyLimits(20, OptionalInt.empty()).whyWait(19, 19));
    }

    @Test
    void saysWhyABlockRunWaits() {
        var until = Instant.parse("2026-03-01T12:00:05Z");
        var reasons =
                List.of(
                        new WaitReason.Upstreams(List.of(new BlockId("load"))),
                        new WaitReason.ProjectLimit(20),
                        new WaitReason.BlockRunLimit(2),
                        new WaitReason.Retry(until, 2, 3),
                        new WaitReason.Worker());

        assertEquals(
                List.of(
                        "waits for \"load\"",
                        "waits for a free place: 20 block runs at once in this project"
                                + " (queue_config.concurrency)",
                        "waits for a free place: 2 block runs at once in this run"
                                + " (block_run_limit)",
                        "waits until 2026-03-01T12:00:05Z for attempt 2 of 3",
                        "waits for a worker"),
                reasons.stream().map(WaitReason::sentence).toList());
    }
}
