package io.pipewright.engine.run;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// The variables that a run's blocks see, by where they were given: pipeline, then trigger, then the run itself; later wins.
///
/// @param event of the event or API call; fills in what the others leave open
public record RunVariables(
        Map<String, Object> pipeline, Map<String, Object> trigger, Map<String, Object> event) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH");

    /// Of a run by hand.
    public static RunVariables of(RunPlan plan) {
        return new RunVariables(plan.options().variables(), Map.of(), Map.of());
    }

    /// All of them and the reserved names, which always win. `execution_date` is a `LocalDateTime` in UTC.
    public Map<String, Object> seenIn(PipelineRun run) {
        var merged = new LinkedHashMap<>(pipeline);
        merged.putAll(trigger);
        merged.putAll(run.variables());
        event.forEach(merged::putIfAbsent);
        // A run of an event trigger carries the whole event as a variable of its own.
        if (!event.isEmpty() || !merged.containsKey("event")) merged.put("event", event);
        merged.putAll(reserved(run));
        return merged;
    }

    private static Map<String, Object> reserved(PipelineRun run) {
        var date = LocalDateTime.ofInstant(run.origin().executionDate(), ZoneOffset.UTC);
        return Map.of(
                "ds",
                DateTimeFormatter.ISO_LOCAL_DATE.format(date),
                "hr",
                HOUR.format(date),
                "env",
                "prod",
                "execution_date",
                date,
                RunPartition.VARIABLE,
                run.origin().partition(),
                "pipeline_run_id",
                run.id().value(),
                "trigger_name",
                run.origin().triggerName());
    }
}
