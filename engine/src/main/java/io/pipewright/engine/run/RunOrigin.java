package io.pipewright.engine.run;

import java.time.Instant;
import java.util.Map;

/// Why a run exists and where its outputs go.
///
/// @param triggerId the trigger it belongs to; runs by hand belong to the pipeline's hidden trigger "Manual"
/// @param executionDate UTC, whole microseconds
/// @param partition `<trigger id>/<yyyyMMdd'T'HHmmss_ffffff>`, the folder of outputs and logs below the pipeline's
public record RunOrigin(
        long triggerId, String triggerName, Instant executionDate, String partition) {

    /// The name of the hidden trigger of runs by hand.
    public static final String MANUAL = "Manual";

    /// Of a run by hand.
    ///
    /// @param triggerId see `RunStore.manualTrigger`
    /// @param executionDate see `ExecutionDates`
    /// @param variables of the run: they may name the partition
    /// @throws RunRefusedException if they name one that cannot be a folder
    public static RunOrigin manual(
            long triggerId, Instant executionDate, Map<String, Object> variables) {
        String partition =
                RunPartition.named(variables, RunPartition.precise(triggerId, executionDate));
        return new RunOrigin(triggerId, MANUAL, executionDate, partition);
    }
}
