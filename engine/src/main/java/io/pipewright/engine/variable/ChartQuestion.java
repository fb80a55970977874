package io.pipewright.engine.variable;

import java.util.List;
import java.util.Optional;

/// Data for a chart, aggregated where the table is stored.
///
/// @param groupBy the column on the x axis
/// @param timeInterval `hour`, `day`, `month` … when the column is a time
/// @param limit most points
public record ChartQuestion(
        VariableKey output,
        String groupBy,
        List<Metric> metrics,
        Optional<String> timeInterval,
        int limit) {

    /// @param aggregation average, count, count_distinct, max, median, min, mode, sum
    public record Metric(String column, String aggregation) {}
}
