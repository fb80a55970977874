package io.pipewright.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = Instant.parse("2026-11-24T16:30:00Z");

    @Test
    void roundsDurationsAsPeopleSayThem() {
        List<String> shown =
                Stream.of(3L, 49L, 50L, 1_300L, 59_949L, 59_950L, 125_000L, 3_780_000L)
                        .map(Duration::ofMillis)
                        .map(Figures::duration)
                        .toList();

        assertEquals(
                List.of(
                        "3 ms",
                        "49 ms",
                        "0.1 s",
                        "1.3 s",
                        "59.9 s",
                        "0 min 59 s",
                        "2 min 5 s",
                        "1 h 3 min"),
                shown);
    }

    @Test
    void roundsBytesToTheLargestUnitThatFits() {
        List<String> shown =
                Stream.of(0L, 999L, 1_000L, 2_640_000_000L, 41_200_000_000L)
                        .map(Figures::bytes)
                        .toList();

        assertEquals(List.of("0 B", "999 B", "1.0 kB", "2.6 GB", "41 GB"), shown);
    }

    @Test
    void namesTodayAndYesterdayByTheClockOfTheZone() {
        List<String> shown =
                Stream.of(
                                "2026-11-24T08:30:00Z",
                                "2026-11-24T07:59:00Z",
                                "2026-11-22T16:30:00Z",
                                "2025-12-01T16:30:00Z")
                        .map(text -> Figures.when(Instant.parse(text), NOW, SEATTLE))
                        .toList();

        assertEquals(
                List.of("Today 00:30", "Yesterday 23:59", "22 Nov 08:30", "1 Dec 2025 08:30"),
                shown);
    }
}
