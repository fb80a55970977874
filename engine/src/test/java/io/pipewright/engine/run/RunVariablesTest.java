package io.pipewright.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunVariablesTest {

    private static final Instant DATE = Instant.parse("2024-01-05T23:59:59.000001Z");

    @Test
    void letsTheLaterPlaceWin() {
        var variables =
                new RunVariables(
                        Map.of("a", "pipeline", "b", "pipeline", "c", "pipeline", "d", "pipeline"),
                        Map.of("b", "trigger", "c", "trigger"),
                        Map.of("c", "event", "e", "event"));

        var seen = variables.seenIn(run(Map.of("c", "run")));

        assertEquals(
                Map.of("a", "pipeline", "b", "trigger", "c", "run", "d", "pipeline", "e", "event"),
                without(seen));
    }

    @Test
    void addsTheReservedNamesInUtc() {
        var seen = new RunVariables(Map.of(), Map.of(), Map.of()).seenIn(run(Map.of()));

        assertEquals(
                Map.of(
                        "ds", "2024-01-05",
                        "hr", "23",
                        "env", "prod",
                        "event", Map.of(),
                        "execution_date", LocalDateTime.parse("2024-01-05T23:59:59.000001"),
                        "execution_partition", "7/20240105T235959_000001",
                        "pipeline_run_id", 42L,
                        "trigger_name", "Manual"),
                seen);
    }

    @Test
    void neverLetsAVariableTakeAReservedName() {
        var seen =
                new RunVariables(Map.of("ds", "mine"), Map.of(), Map.of())
                        .seenIn(run(Map.of("hr", "mine")));

        assertEquals("2024-01-05", seen.get("ds"));
        assertEquals("23", seen.get("hr"));
    }

    @Test
    void showsTheEventAlsoAsAWhole() {
        Map<String, Object> event = Map.of("file", "sales.csv");

        assertEquals(
                event,
                new RunVariables(Map.of(), Map.of(), event).seenIn(run(Map.of())).get("event"));
        assertEquals(
                event,
                new RunVariables(Map.of(), Map.of(), Map.of())
                        .seenIn(run(Map.of("event", event)))
                        .get("event"));
    }

    private static PipelineRun run(Map<String, Object> variables) {
        var origin = RunOrigin.manual(7, DATE, variables);
        return new NewRun(Runs.newRun("daily").plan(), origin, variables, DATE)
                .accepted(new RunId(42));
    }

    private static Map<String, Object> without(Map<String, Object> seen) {
        var rest = new HashMap<>(seen);
        rest.keySet()
                .removeAll(
                        new RunVariables(Map.of(), Map.of(), Map.of())
                                .seenIn(run(Map.of()))
                                .keySet());
        return rest;
    }
}
